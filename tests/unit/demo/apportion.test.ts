import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion, sumOf } from '../../../src/demo/apportion.ts'

describe('apportion', () => {
  it('gives what is left over to the largest remainders', () => {
    // quotas 2.5, 1.5, 1 of 5: whole parts 2, 1, 1; the one left goes to the first of equal remainders
    expect(apportion(5, [5, 3, 2])).toEqual([3, 1, 1])
  })

  it('splits evenly, the first parts taking the odd ones', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
  })

  it('passes on what exceeds a cap', () => {
    // quotas 8, 1, 1; the first holds 5 only, and 3 more go evenly to the others
    expect(apportion(10, [8, 1, 1], { caps: [5, 9, 9] })).toEqual([5, 3, 2])
  })

  it('gives every part its least before sharing the rest', () => {
    expect(apportion(5, [100, 1, 1], { least: [1, 1, 1] })).toEqual([3, 1, 1])
  })

  it('ignores a least that the total does not allow', () => {
    expect(apportion(2, [1, 1, 1], { least: [1, 1, 1] })).toEqual([1, 1, 0])
  })

  it('refuses a total that the caps cannot hold', () => {
    expect(() => apportion(5, [1, 1], { caps: [2, 2] })).toThrow('does not fit')
  })

  it('always adds up, in whole parts, under its caps', () => {
    const parts = fc.array(
      fc.record({ weight: fc.double({ min: 0.001, max: 100, noNaN: true }), cap: fc.nat({ max: 60 }) }),
      { minLength: 1, maxLength: 9 },
    )
    fc.assert(
      fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (given, fullness) => {
        const caps = given.map(({ cap }) => cap)
        const total = Math.floor(sumOf(caps) * fullness)
        const result = apportion(
          total,
          given.map(({ weight }) => weight),
          { caps },
        )
        expect(sumOf(result)).toBe(total)
        expect(result.every((part, index) => Number.isInteger(part) && part <= (caps[index] ?? 0))).toBe(true)
      }),
    )
  })
})
