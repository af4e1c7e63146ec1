import { describe, expect, it } from 'vitest'
import { compareGaps, compareShares, signOf } from '../../../../src/domain/gaps/share-gap.ts'
import { seededUniform } from '../../../../src/domain/statistics/seeded-numbers.ts'

const first = { numerator: 56, denominator: 70 }
const second = { numerator: 48, denominator: 80 }

describe('compareShares', () => {
  it('gives the difference in percentage points, within bounds', () => {
    // 56/70 = 80%, 48/80 = 60%
    const { difference, lower, upper } = compareShares(first, second)
    expect(difference).toBeCloseTo(20)
    // Wilson at 99%: 80% in 65.35 to 89.45; 60% in 45.59 to 72.86
    // lower = 20 − √(14.65² + 12.86²), upper = 20 + √(9.45² + 14.41²)
    expect(lower).toBeCloseTo(0.5, 0)
    expect(upper).toBeCloseTo(37.2, 0)
  })

  it('turns round with its groups', () => {
    const there = compareShares(first, second)
    const back = compareShares(second, first)
    expect(back.difference).toBeCloseTo(-there.difference)
    expect(back.lower).toBeCloseTo(-there.upper)
    expect(back.upper).toBeCloseTo(-there.lower)
  })

  it('holds none where two groups are alike, and stays within bounds at the edges', () => {
    expect(signOf(compareShares(first, first))).toBe(0)
    const all = compareShares({ numerator: 40, denominator: 40 }, { numerator: 0, denominator: 40 })
    expect(all.upper).toBeLessThanOrEqual(100.0001)
    expect(all.lower).toBeGreaterThan(0)
  })

  it('widens by what rounding may hide', () => {
    const plain = compareShares(first, second)
    const rounded = compareShares(first, second, 3)
    expect(rounded.lower).toBeCloseTo(plain.lower - 3)
    expect(rounded.upper).toBeCloseTo(plain.upper + 3)
  })

  it('holds the true difference in about 99 of 100 drawings', () => {
    const random = seededUniform(1998)
    const draw = (share: number, n: number) => ({
      numerator: Array.from({ length: n }, () => (random() < share ? 1 : 0)).reduce<number>(
        (a, b) => a + b,
        0,
      ),
      denominator: n,
    })
    const drawings = 2000
    const held = Array.from({ length: drawings }, () => {
      const { lower, upper } = compareShares(draw(0.35, 60), draw(0.5, 200))
      return lower <= -15 && upper >= -15
    }).filter(Boolean).length
    expect(held / drawings).toBeGreaterThan(0.983)
    expect(held / drawings).toBeLessThan(0.997)
  })
})

describe('compareGaps', () => {
  it('sets a gap beside an earlier one', () => {
    const change = compareGaps({ difference: 5, lower: 2, upper: 8 }, { difference: 10, lower: 7, upper: 13 })
    // √(3² + 3²) = 4.24
    expect(change.difference).toBe(-5)
    expect(change.lower).toBeCloseTo(-9.24, 2)
    expect(change.upper).toBeCloseTo(-0.76, 2)
    expect(signOf(change)).toBe(-1)
  })
})
