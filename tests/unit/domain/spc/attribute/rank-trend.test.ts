import { describe, expect, it } from 'vitest'
import { rankTrend } from '../../../../../src/domain/spc/attribute/rank-trend.ts'

describe('rankTrend', () => {
  it('is Kendall’s S by its deviation, widened by what few figures hide of their likeness', () => {
    const rising = [3, 5, 8, 9, 14, 20, 21, 30, 31, 33, 50]
    // S 55, variance 11 × 10 × 27 ÷ 18 = 165. Ranks lie on a line: r = 3.5/11 + (1 + 4 × 3.5/11)/11 = 0.525, 3.21 times
    expect(rankTrend(rising)).toBeCloseTo(55 / Math.sqrt(165 * (1.5248 / 0.4752)), 2)
    expect(rankTrend(rising.toReversed())).toBeCloseTo(-rankTrend(rising), 9)
    expect(rankTrend(rising.map((value) => value ** 3))).toBe(rankTrend(rising))
  })

  it('is none of figures that go nowhere, and of one', () => {
    expect(rankTrend([5, 5, 5, 5])).toBe(0)
    expect(rankTrend([4])).toBe(0)
    expect(Math.abs(rankTrend([7, 3, 8, 2, 9, 4, 6, 5, 7, 3]))).toBeLessThan(1)
  })
})
