import { describe, expect, it } from 'vitest'
import { strengthOf } from '../../../../src/domain/signals/strength.ts'

describe('the strength of a flagged change', () => {
  it('is strong up to one false alarm in a thousand', () => {
    expect(strengthOf(0)).toBe('strong')
    expect(strengthOf(0.001)).toBe('strong')
  })

  it('is clear up to one in a hundred, that one counted', () => {
    expect(strengthOf(0.0011)).toBe('clear')
    expect(strengthOf(0.01)).toBe('clear')
  })

  it('is just enough beyond', () => {
    expect(strengthOf(0.011)).toBe('just-enough')
    expect(strengthOf(0.065)).toBe('just-enough')
  })
})
