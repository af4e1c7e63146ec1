import { describe, expect, it } from 'vitest'
import { judgeSuitability, type MeasuredSeries } from '../../../../src/domain/spc/suitability.ts'

const noise = [3, -2, 1, -4, 2, 0, -1, 4, -3, 2, 1, -2, 3, -1]

function aSeries(overrides: Partial<MeasuredSeries> = {}): MeasuredSeries {
  return {
    values: noise.map((value) => 100 + value),
    cases: [],
    frequency: 'month',
    aggregation: 'S',
    unit: 'count',
    isYearToDate: false,
    ...overrides,
  }
}

const reasonOf = (overrides: Partial<MeasuredSeries>) => {
  const judged = judgeSuitability(aSeries(overrides))
  return judged.kind === 'run-chart' ? judged.because : null
}

describe('judgeSuitability', () => {
  it('allows limits for fourteen steady monthly counts', () => {
    expect(judgeSuitability(aSeries())).toEqual({ kind: 'control-chart' })
  })

  it('counts only present values towards the twelve', () => {
    const gappy = aSeries().values.map((value, row) => (row < 3 ? null : value))
    expect(reasonOf({ values: gappy })).toBe('too-few-points')
  })

  it('refuses quarterly and yearly series', () => {
    expect(reasonOf({ frequency: 'quarter' })).toBe('not-monthly')
    expect(reasonOf({ frequency: 'year' })).toBe('not-monthly')
  })

  it('refuses year-to-date series', () => {
    expect(reasonOf({ isYearToDate: true })).toBe('year-to-date')
  })

  it('refuses what is full of gaps: the withheld are the small ones', () => {
    const held = Array.from({ length: 20 }, (_, row) => 20 + ((row * 7) % 6))
    const without = (months: number) => held.map((value, row) => (row > 0 && row <= months ? null : value))
    expect(reasonOf({ values: without(5) })).toBeNull()
    expect(reasonOf({ values: without(6) })).toBe('full-of-gaps')
  })

  it('refuses rare counts, and not small percentages', () => {
    const rare = noise.map((value) => Math.abs(value))
    expect(reasonOf({ values: rare })).toBe('rare-count')
    expect(reasonOf({ values: rare, unit: 'percent', aggregation: 'W' })).toBeNull()
  })

  it('refuses medians of few cases', () => {
    expect(reasonOf({ aggregation: 'M', unit: 'days', cases: [6, 7, 6, 9] })).toBe('few-cases')
    // nine or all of ten: seven running below a mean of 90.5% are seven of which most are bound to be
    const shares = Array.from({ length: 24 }, (_, row) => (row % 3 ? 90 : 100))
    const ofTen = (of: number, per = 1) => ({
      aggregation: 'W' as const,
      unit: 'percent' as const,
      values: shares,
      shares: shares.map((share) => ({ met: (share * of) / 100 / per, of: of / per })),
    })
    expect(reasonOf(ofTen(10))).toBe('share-of-few')
    expect(reasonOf(ofTen(400))).toBeNull()
    // £9.5m of £10.5m are no cases
    expect(reasonOf(ofTen(21, 2))).toBeNull()
    expect(reasonOf({ aggregation: 'M', unit: 'days', cases: [60, 70] })).toBeNull()
  })

  it('refuses a stock whose trend is longer than its limits are apart, and not a flow that does the same', () => {
    // rises by 65 over the series; mean range about 6.5, so limits would stand 35 apart
    const rising = noise.map((value, row) => 100 + 5 * row + value)
    expect(reasonOf({ values: rising, aggregation: 'P' })).toBe('trending-stock')
    expect(reasonOf({ values: rising, aggregation: 'S' })).toBeNull()
    expect(reasonOf({ aggregation: 'P' })).toBeNull()
    // people who receive something carry over as a list does
    expect(reasonOf({ values: rising, aggregation: 'D' })).toBe('trending-stock')
  })

  it('refuses a stock that rose and has fallen as far: a straight line through it sees neither', () => {
    // up by 90 and down by 85; the straight line is level, and limits would stand 35 apart
    const turned = Array.from({ length: 36 }, (_, row) => 200 + 5 * Math.min(row, 36 - row))
    const values = turned.map((value, row) => value + (noise[row % noise.length] ?? 0))
    expect(reasonOf({ values, aggregation: 'P' })).toBe('trending-stock')
    expect(reasonOf({ values, aggregation: 'S' })).toBeNull()
    // a fall of 20 in the last four months is no trend yet
    const short = Array.from({ length: 36 }, (_, row) => 200 - 5 * Math.max(0, row - 31))
    expect(
      reasonOf({
        values: short.map((value, row) => value + (noise[row % noise.length] ?? 0)),
        aggregation: 'P',
      }),
    ).toBeNull()
  })

  it('refuses figures that mostly stay as they were, as counts rounded to five do', () => {
    // 7 of 13 steps are none, so the mean range is 2.3 and the limits would stand 12 apart around 11.8
    const rounded = [10, 10, 15, 15, 10, 10, 10, 15, 10, 10, 15, 15, 15, 10]
    expect(reasonOf({ values: rounded })).toBe('mostly-level')
    expect(reasonOf({ values: rounded.map((value, row) => value + (row % 2)) })).toBeNull()
    // a constant series has no limits at all, which is said otherwise
    expect(reasonOf({ values: rounded.map(() => 10) })).toBeNull()
  })

  it('says the reason in a sentence', () => {
    expect(judgeSuitability(aSeries({ values: [1, 2] }))).toMatchObject({
      reason: 'There are fewer than 12 points, which is too few for limits.',
    })
  })
})
