import { describe, expect, it } from 'vitest'
import { readerOptions } from '../../../../src/domain/analysis/chart-series.ts'
import { analyseControlChart } from '../../../../src/domain/spc/control-chart.ts'
import { findLastingShift, lastingShiftFrom } from '../../../../src/domain/spc/lasting-shift.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

function shiftOf(
  values: readonly (number | null)[],
  rebaseAt: readonly number[] = [],
  latest: 'special-cause' | 'any' = 'special-cause',
) {
  const chart = analyseControlChart(
    { values, improvementDirection: 'increase', target: null, rebaseAt, fixAfterNPoints: null },
    readerOptions,
  )
  return findLastingShift(chart, values, readerOptions, latest)
}

/** shared/cases/truth/09, with the months before. */
const complete = [
  93.5, 93.7, 93, 93.2, 93.8, 93.9, 93.9, 93.7, 94.3, 94.6, 94.9, 95, 94.8, 94.6, 95.1, 95.1, 95.3, 95.4,
  96.1, 96.3, 96.7, 96.8, 96.9, 97.5, 97.8, 98.1, 98.1, 97.9, 98.4, 98.5, 98.5, 98, 98.7, 98, 98.7, 98.5,
  98.6, 98.5, 98.1, 98.7, 98.5, 98.7,
]

const noise = (count: number, seed = 3) => noiseOf(count, seed)
const level = (count: number, mean: number, seed = 3) => noise(count, seed).map((one) => mean + one)

describe('findLastingShift', () => {
  it('finds the level that figures have kept for 19 months', () => {
    const shift = shiftOf(complete)
    expect(shift?.start).toBe(23)
    // the last 19 add up to 1,867.8
    expect(shift?.mean).toBeCloseTo(98.305, 3)
    expect(shift?.before).toBeCloseTo(94.8, 1)
    expect(shift?.limits.lower).toBeGreaterThan(97)
  })

  it('finds none in under a year, and none where nothing has changed', () => {
    expect(shiftOf([...level(24, 50), ...level(11, 60, 4)])).toBeNull()
    expect(shiftOf([...level(24, 50), ...level(12, 60, 4)])?.start).toBe(24)
    expect(shiftOf(level(40, 50))).toBeNull()
  })

  it('begins in the month in which figures stepped, in most of made series', () => {
    // steps of three times the noise, 13 to 24 months ago
    const starts = Array.from({ length: 200 }, (_, seed) => {
      const since = 13 + (seed % 12)
      const values = noiseOf(48, seed + 1).map((one, row) => 50 + one + (row >= 48 - since ? 3 : 0))
      const shift = shiftOf(values)
      return shift && shift.start - (48 - since)
    }).filter((off) => off !== null)
    const share = (most: number) => starts.filter((off) => Math.abs(off) <= most).length / starts.length
    expect(starts.length).toBeGreaterThan(100)
    // by the mean of the whole stretch 73% and 85%
    expect(share(0)).toBeGreaterThan(0.78)
    expect(share(1)).toBeGreaterThan(0.92)
  })

  it('does not take in a month before it that lay above the mean of both levels', () => {
    const values = [...level(23, 50), 50, ...level(14, 60, 4)]
    expect(shiftOf(values.with(23, 54.4))?.start).toBe(24)
    // nor leaves out what came before a figure that lay below it
    expect(shiftOf([...level(24, 50), 60, 53.5, ...level(14, 60, 4)], [], 'any')?.start).toBe(24)
  })

  it('finds none while figures still move', () => {
    const falling = noise(14, 5).map((one, row) => 60 - 1.2 * row + one)
    expect(shiftOf([...level(24, 80), ...falling])).toBeNull()
  })

  it('looks at the last stretch alone, and counts rows of the whole', () => {
    const values = [...level(12, 500), ...level(20, 50), ...level(14, 60, 4)]
    expect(shiftOf(values, [12])?.start).toBe(32)
    expect(shiftOf(values, [32])).toBeNull()
  })

  it('is not hidden by one odd figure in twelve, and by a second one is', () => {
    const values = [...level(24, 50), ...level(13, 60, 4)]
    const odd = (...rows: number[]) => values.map((value, row) => (rows.includes(row) ? 52 : value))
    expect(shiftOf(odd(30), [], 'any')?.start).toBe(24)
    expect(shiftOf(odd(28, 32), [], 'any')).toBeNull()
    // its own limits leave the odd figure out of what a sentence could call a year without change
    expect(shiftOf(odd(30))).toBeNull()
  })

  it('takes no steady rise with an odd figure for a level', () => {
    const rising = noise(48, 6).map((one, row) => 50 + row / 5 + one)
    expect(shiftOf(rising, [], 'any')).toBeNull()
  })

  // false offers and what is found of a step by three deviations, 12 months long: docs/calculations.md
  it('offers hardly anything where nothing has changed, and a level with an odd figure in most cases', () => {
    const offered = (isStepped: boolean) =>
      Array.from({ length: 200 }, (_, run) => {
        const odd = 26 + (run % 9)
        const values = noise(36, 100 + run).map(
          (one, row) => one + (isStepped && row >= 24 && row !== odd ? 3 : 0),
        )
        return shiftOf(values, [], 'any')
      }).filter((shift) => shift !== null).length
    expect(offered(false)).toBeLessThanOrEqual(4)
    expect(offered(true)).toBeGreaterThan(120)
  })

  it('ends at a gap', () => {
    const values = [...level(24, 50), ...level(14, 60, 4)]
    expect(shiftOf(values.map((value, row) => (row === 30 ? null : value)))).toBeNull()
  })
})

describe('lastingShiftFrom', () => {
  const values = [...level(24, 50), ...level(14, 60, 4)].map(Math.round)
  const chart = analyseControlChart(
    { values, improvementDirection: 'increase', target: null, rebaseAt: [], fixAfterNPoints: null },
    readerOptions,
  )
  const from = (start: number) => lastingShiftFrom(start, chart, values, readerOptions)

  it('tells the level since a month that is known, in the figures that are shown', () => {
    expect(from(26)?.start).toBe(26)
    expect(from(26)?.mean).toBe(59.5)
    expect(from(26)?.before).toBeCloseTo(50.7, 0)
  })

  it('tells none where figures since lie on the other side, and none of a whole stretch', () => {
    expect(from(20)).toBeNull()
    expect(from(0)).toBeNull()
  })
})
