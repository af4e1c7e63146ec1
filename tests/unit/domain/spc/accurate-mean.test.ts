import { describe, expect, it } from 'vitest'
import { accurateMean } from '../../../../src/domain/spc/accurate-mean.ts'

describe('accurateMean', () => {
  it('has no answer for no values', () => {
    expect(accurateMean([])).toBeNull()
  })

  it('gives 0.1 for twelve values of 0.1, where a running sum does not', () => {
    const testValues = Array.from({ length: 12 }, () => 0.1)
    expect(testValues.reduce((sum, value) => sum + value, 0) / 12).not.toBe(0.1)
    expect(accurateMean(testValues)).toBe(0.1)
  })

  it('keeps values near a thousand million apart that differ by 1', () => {
    expect(accurateMean([1e9, 1e9 + 1, 1e9 + 2])).toBe(1e9 + 1)
  })
})
