import { describe, expect, it } from 'vitest'
import { workingScale } from '../../../../src/domain/forecast/bounded-scale.ts'
import { fitLines, type Line } from '../../../../src/domain/forecast/lines.ts'
import { fillGaps, pullInOutliers } from '../../../../src/domain/forecast/prepare.ts'
import { fitReadings, type WeighedReading } from '../../../../src/domain/forecast/readings.ts'
import { findSeasonality } from '../../../../src/domain/forecast/seasonality.ts'
import { chosenSettings } from '../../../../src/domain/forecast/settings.ts'
import { addSurprise, noSurprises, sizeOf } from '../../../../src/domain/forecast/surprises.ts'
import { medianOf } from '../../../../src/domain/statistics/centre.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

describe('workingScale', () => {
  it.each([
    { lower: null, upper: null },
    { lower: 0, upper: null },
    { lower: null, upper: 100 },
    { lower: 0, upper: 100 },
  ])('comes back to where it went from, bounds $lower to $upper', (bounds) => {
    const scale = workingScale(bounds)
    expect(scale.fromScale(scale.toScale(37.5))).toBeCloseTo(37.5, 9)
    expect(scale.toScale(40)).toBeGreaterThan(scale.toScale(37.5))
  })

  it('gives 0% and 100% a place, and the last few points no more room than chance gives them', () => {
    const { toScale, fromScale } = workingScale({ lower: 0, upper: 100 })
    expect(fromScale(toScale(100))).toBe(100)
    // a share of 50 cases has deviations of 0.071 at 50% and 0.063 at 98% on this scale
    expect(toScale(100) - toScale(98)).toBeLessThan(2.5 * (toScale(57) - toScale(50)))
  })

  it('never leaves its bounds', () => {
    expect(workingScale({ lower: 0, upper: null }).fromScale(-3)).toBe(0)
    expect(workingScale({ lower: 0, upper: 100 }).fromScale(50)).toBe(100)
    expect(workingScale({ lower: null, upper: 100 }).fromScale(2)).toBe(100)
  })
})

describe('fillGaps', () => {
  it('crosses a gap in a straight line and leaves the ends alone', () => {
    expect(fillGaps([4, null, null, 10, null])).toEqual([4, 6, 8, 10])
  })
})

describe('pullInOutliers', () => {
  it('brings a spike down and leaves a step that lasts', () => {
    const spike = pullInOutliers([5, 6, 5, 6, 5, 60, 5, 6, 5, 6, 5])
    expect(Math.max(...spike)).toBeLessThan(15)
    const step = [5, 6, 5, 6, 5, 6, 15, 16, 15, 16, 15, 16]
    expect(pullInOutliers(step)).toEqual(step)
  })

  it('takes the last value of a list that falls faster for no spike, and a last one that stands alone for one', () => {
    const falling = [231, 229, 232, 230, 231, 229, 230, 226, 215, 201, 184]
    expect(pullInOutliers(falling).at(-1)).toBe(184)
    expect(pullInOutliers([5, 6, 5, 6, 5, 6, 5, 60]).at(-1)).toBeLessThan(15)
    // back from a spike, on no way that anything went
    expect(pullInOutliers([5, 6, 5, 6, 5, 6, 60, 5]).at(-1)).toBe(5)
  })

  it('takes a last value that stands alone behind a gap for a spike, though the filled gap leads to it', () => {
    const lone = fillGaps([30, 33, 29, 31, 34, 30, 28, 32, 31, 29, 30, null, null, 60])
    expect(pullInOutliers(lone).at(-1)).toBe(60)
    expect(pullInOutliers(lone, (row) => row === 11 || row === 12).at(-1)).toBeLessThan(60)
  })

  it('has nothing to measure a constant series by', () => {
    expect(pullInOutliers([3, 3, 3, 9, 3, 3, 3])).toEqual([3, 3, 3, 9, 3, 3, 3])
  })
})

describe('medianOf', () => {
  it('takes the middle, or the mean of the two in the middle', () => {
    expect(medianOf([9, 1, 5])).toBe(5)
    expect(medianOf([9, 1, 5, 6])).toBe(5.5)
  })
})

describe('findSeasonality of quarters', () => {
  /** 100, 110, 90, 100 in every year, with a little noise: what a year of four quarters repeats */
  const testQuarters = Array.from(
    { length: 16 },
    (_, row) => 100 + ([0, 10, -10, 0][row % 4] ?? 0) + ((row * 7) % 3) / 10,
  )

  it('has four steps, where the figures are of quarters', () => {
    const { effects, trust } = findSeasonality(testQuarters, null, 4)
    expect(effects).toHaveLength(4)
    expect(trust).toBeGreaterThan(0.7)
    expect((effects[1] ?? 0) - (effects[2] ?? 0)).toBeGreaterThan(14)
  })

  it('is none of figures of a year', () => {
    expect(findSeasonality(testQuarters, null, 1).trust).toBe(0)
  })
})

describe('findSeasonality', () => {
  it('sees none in noise and none in less than two years', () => {
    expect(findSeasonality(noiseOf(36, 7)).trust).toBe(0)
    expect(findSeasonality(Array.from({ length: 23 }, (_, row) => row % 12)).trust).toBe(0)
  })

  it.each([
    // two years of the same: 1 − 1 ÷ 2
    [24, 1 / 2],
    // over three it is plain, and what it adds is what it was
    [36, 1],
  ])('sees an exact pattern in %i months, its effects adding up to nothing', (months, known) => {
    const { effects, trust } = findSeasonality(
      Array.from({ length: months }, (_, row) => (row % 12 === 3 ? 12 : 0)),
    )
    expect(trust).toBeCloseTo(known, 2)
    expect(effects.reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(0, 9)
    expect(effects[3]).toBeCloseTo(known * 11, 1)
  })
})

describe('fitLines', () => {
  const kindOfBest = (values: readonly number[]) => {
    const missOf = (line: Line) =>
      line.values.reduce((sum, at, row) => sum + (at - (values[row] ?? 0)) ** 2, 0)
    return fitLines(values, chosenSettings).reduce((best, one) =>
      missOf(one) < missOf(best) - 1e-9 ? one : best,
    )
  }

  it('finds a straight line, a step and a turn, each with what it adds a month', () => {
    const straight = Array.from({ length: 24 }, (_, row) => 2 * row)
    expect(kindOfBest(straight)).toMatchObject({ kind: 'straight', slope: expect.closeTo(2, 9) })
    const stepped = Array.from({ length: 24 }, (_, row) => (row < 17 ? 5 : 9))
    expect(kindOfBest(stepped)).toMatchObject({ kind: 'stepped', slope: 0, months: 7 })
    const turned = Array.from({ length: 24 }, (_, row) => 3 * Math.min(row, 15) - 4 * Math.max(0, row - 15))
    expect(kindOfBest(turned)).toMatchObject({ kind: 'bent', slope: expect.closeTo(-4, 9), months: 8 })
  })

  it('asks of a line that went flat as much as of one that goes on', () => {
    const charges = fitLines(noiseOf(36, 8), chosenSettings).filter(({ kind }) => kind === 'bent')
    const ofTwoNumbers = charges.filter(({ numbers }) => numbers === 2).map(({ charge }) => charge)
    expect(new Set(ofTwoNumbers).size).toBe(1)
  })
})

describe('fitReadings', () => {
  const open = workingScale({ lower: null, upper: null })
  const weightOf = (values: readonly number[], holds: (reading: WeighedReading) => boolean) =>
    fitReadings(values, open, chosenSettings)
      .filter(holds)
      .reduce((sum, { weight }) => sum + weight, 0)
  const falls = ({ line, drift }: WeighedReading) => (line?.slope ?? drift) < -1

  it('puts its weight on readings that fall where a list has turned, and on none that does where nothing moves', () => {
    const turned = noiseOf(42, 3).map(
      (noise, row) => 300 + 7 * Math.min(row, 30) - 7 * Math.max(0, row - 30) + 4 * noise,
    )
    expect(weightOf(turned, falls)).toBeGreaterThan(0.9)
    expect(
      weightOf(
        noiseOf(42, 3).map((noise) => 300 + 4 * noise),
        falls,
      ),
    ).toBeLessThan(0.02)
  })

  it('lets a level that wanders keep its surprises, and one that stays forget them', () => {
    let place = 300
    const wandering = noiseOf(60, 9).map((step) => {
      place += 10 * step
      return place
    })
    const keeps = ({ memory }: WeighedReading) => memory >= 0.45
    expect(weightOf(wandering, keeps)).toBeGreaterThan(0.9)
    expect(weightOf(noiseOf(60, 9), keeps)).toBeLessThan(0.1)
  })
})

describe('sizeOf', () => {
  it('is the deviation of normal surprises, and widened little by one that is not of them', () => {
    const sizeOfAll = (values: readonly number[]) => {
      const surprises = noSurprises()
      for (const value of values) addSurprise(surprises, value)
      return sizeOf(surprises, 0).size
    }
    const noise = noiseOf(200, 9)
    expect(Math.abs(sizeOfAll(noise) - 1)).toBeLessThan(0.1)
    expect(sizeOfAll([...noise, 12])).toBeLessThan(1.5)
  })
})
