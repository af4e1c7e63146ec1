import { describe, expect, it } from 'vitest'
import { chanceOfLargerF, chanceOfLargerT } from '../../../../src/domain/signals/tail-chances.ts'

describe('tail chances', () => {
  it('agree with the closed forms for one and two degrees of freedom', () => {
    // t with 1 (Cauchy): 1 − (2/π) atan t; t with 2: 1 − t/√(2 + t²)
    expect(chanceOfLargerT(3, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(3), 12)
    expect(chanceOfLargerT(3, 2)).toBeCloseTo(1 - 3 / Math.sqrt(11), 12)
    // F with 2 above: (1 + 2f/m)^(−m/2)
    expect(chanceOfLargerF(4, 2, 30)).toBeCloseTo((1 + 8 / 30) ** -15, 12)
  })

  it('agree with each other: t squared is F with one degree above', () => {
    expect(chanceOfLargerT(3.6, 34)).toBeCloseTo(chanceOfLargerF(3.6 ** 2, 1, 34), 12)
  })

  it('run from certain to impossible', () => {
    expect(chanceOfLargerT(0, 10)).toBe(1)
    expect(chanceOfLargerT(Number.POSITIVE_INFINITY, 10)).toBe(0)
  })
})
