import { describe, expect, it } from 'vitest'
import { splitByMedians } from '../../../../src/demo/measures/agreement.ts'

function medians(values: readonly number[]) {
  return values.map((value, index) => ({
    dimension: 'team',
    member: `Team ${index}`,
    value,
    numerator: null,
    denominator: null,
    n: 40,
  }))
}

describe('splitByMedians', () => {
  it('adds up, with more within the limit where the median is lower', () => {
    const parts = splitByMedians(70, [40, 40, 40], 9, medians([7, 9, 12]), 10)
    expect(parts.reduce((total, part) => total + part, 0)).toBe(70)
    expect(parts[0]).toBeGreaterThan(parts[1] ?? 0)
    expect(parts[1]).toBeGreaterThan(parts[2] ?? 0)
  })

  it('has at least half within a limit that the median does not exceed, and at most half otherwise', () => {
    const [low = 0, level = 0, high = 0] = splitByMedians(70, [40, 40, 41], 10, medians([6, 10, 10.5]), 10)
    expect(low).toBeGreaterThanOrEqual(20)
    expect(level).toBeGreaterThanOrEqual(20)
    expect(high).toBeLessThanOrEqual(20)
  })

  it('gives a single case to the side of the limit that its wait is on', () => {
    expect(splitByMedians(21, [40, 1, 1], 9, medians([9, 4, 30]), 10)).toEqual([20, 1, 0])
  })
})
