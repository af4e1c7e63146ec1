import { describe, expect, it } from 'vitest'
import { requiredChange } from '../../../../src/domain/forecast/required-change.ts'

const falling = Array.from({ length: 13 }, (_, row) => 84 - 2 * row)

describe('requiredChange', () => {
  it('sets what it would take beside what was ever kept up', () => {
    // at 60; 30 fewer in ten months is 3 a month; every six months brought 12, which is 2 a month
    expect(requiredChange(falling, 30, 10, 'decrease')).toEqual({ needed: 3, best: 2, typical: 2 })
  })

  it('counts the good direction as positive, and needs nothing of a target that is met', () => {
    expect(requiredChange(falling, 70, 10, 'decrease')?.needed).toBe(-1)
    expect(requiredChange(falling, 90, 10, 'increase')).toEqual({ needed: 3, best: -2, typical: -2 })
  })

  it('knows no best or typical of six months or fewer, nor across a missing end', () => {
    expect(requiredChange([5, 6, 7, 8, 9, 10], 20, 5, 'increase')).toEqual({
      needed: 2,
      best: null,
      typical: null,
    })
    expect(requiredChange([null, 6, 7, 8, 9, 10, 11], 20, 9, 'increase')?.best).toBeNull()
  })

  it('has no answer without a last value, a month left or a good direction', () => {
    expect(requiredChange([5, null], 20, 5, 'increase')).toBeNull()
    expect(requiredChange(falling, 20, 0, 'decrease')).toBeNull()
    expect(requiredChange(falling, 20, 5, 'neutral')).toBeNull()
  })
})
