import { describe, expect, it } from 'vitest'
import { workingScale } from '../../../../src/domain/forecast/bounded-scale.ts'
import { fillGaps, pullInOutliers } from '../../../../src/domain/forecast/prepare.ts'
import { findSeasonality } from '../../../../src/domain/forecast/seasonality.ts'
import { chosenSettings } from '../../../../src/domain/forecast/settings.ts'
import { lastLevel, measureSurprise } from '../../../../src/domain/forecast/smoothing.ts'
import { reach80, reach95, shareAtOrBelow } from '../../../../src/domain/forecast/surprise-distribution.ts'
import { findTrend } from '../../../../src/domain/forecast/trend.ts'
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

describe('findSeasonality', () => {
  it('sees none in noise and none in less than two years', () => {
    expect(findSeasonality(noiseOf(36, 7)).trust).toBe(0)
    expect(findSeasonality(Array.from({ length: 23 }, (_, row) => row % 12)).trust).toBe(0)
  })

  it('sees an exact pattern, its effects adding up to nothing', () => {
    const { effects, trust } = findSeasonality(
      Array.from({ length: 36 }, (_, row) => (row % 12 === 3 ? 12 : 0)),
    )
    // three years of the same: 1 − 1 ÷ 3
    expect(trust).toBeCloseTo(2 / 3, 2)
    expect(effects.reduce((sum, effect) => sum + effect, 0)).toBeCloseTo(0, 9)
    expect(effects[3]).toBeCloseTo((2 / 3) * 11, 1)
  })
})

describe('findTrend', () => {
  it('gives a straight line its slope', () => {
    expect(
      findTrend(
        Array.from({ length: 20 }, (_, row) => 2 * row),
        chosenSettings.trendEvidence,
      ),
    ).toBeCloseTo(2, 9)
  })

  it('gives noise, a constant and three values none', () => {
    expect(findTrend(noiseOf(36, 8), chosenSettings.trendEvidence)).toBe(0)
    expect(findTrend(Array(20).fill(4), chosenSettings.trendEvidence)).toBe(0)
    expect(findTrend([1, 2, 3], chosenSettings.trendEvidence)).toBe(0)
  })
})

describe('smoothing', () => {
  it('keeps a straight line on its line', () => {
    const line = Array.from({ length: 30 }, (_, row) => 10 + 2 * row)
    expect(lastLevel(line, 2)).toBeCloseTo(68, 9)
    expect(measureSurprise(line, 2, chosenSettings).size).toBeCloseTo(0, 9)
  })

  it('sees surprises grow where a series wanders and not where it returns', () => {
    const noise = noiseOf(200, 9)
    let place = 0
    const wandering = noise.map((step) => {
      place += step
      return place
    })
    expect(measureSurprise(wandering, 0, chosenSettings).growth).toBeGreaterThan(
      measureSurprise(noise, 0, chosenSettings).growth,
    )
  })
})

describe('shareAtOrBelow', () => {
  it('agrees with the tables of Student’s t with 8 degrees of freedom', () => {
    expect(shareAtOrBelow(0)).toBe(0.5)
    expect(shareAtOrBelow(reach80)).toBeCloseTo(0.9, 6)
    expect(shareAtOrBelow(-reach95)).toBeCloseTo(0.025, 6)
    expect(shareAtOrBelow(Number.POSITIVE_INFINITY)).toBe(1)
  })
})
