import { describe, expect, it } from 'vitest'
import { firstComparable } from '../../../../src/domain/figures/comparability.ts'
import { requiredChange } from '../../../../src/domain/forecast/required-change.ts'
import { periodRange } from '../../../../src/domain/periods/period.ts'

const falling = Array.from({ length: 13 }, (_, row) => 84 - 2 * row)

describe('requiredChange', () => {
  it('sets what it would take beside what was ever kept up', () => {
    // at 60; 30 fewer in ten months is 3 a month; every six months brought 12, which is 2 a month
    expect(requiredChange(falling, 30, 10, 'decrease')).toEqual({ needed: 3, best: 2, typical: 2, latest: 2 })
  })

  it('counts the good direction as positive, and needs nothing of a target that is met', () => {
    expect(requiredChange(falling, 70, 10, 'decrease')?.needed).toBe(-1)
    expect(requiredChange(falling, 90, 10, 'increase')).toEqual({
      needed: 3,
      best: -2,
      typical: -2,
      latest: -2,
    })
  })

  it('knows no best or typical of six months or fewer, nor across a missing end', () => {
    expect(requiredChange([5, 6, 7, 8, 9, 10], 20, 5, 'increase')).toEqual({
      needed: 2,
      best: null,
      typical: null,
      latest: null,
    })
    expect(requiredChange([null, 6, 7, 8, 9, 10, 11], 20, 9, 'increase')?.best).toBeNull()
  })

  it('has no answer without a last value, a month left or a good direction', () => {
    expect(requiredChange([5, null], 20, 5, 'increase')).toBeNull()
    expect(requiredChange(falling, 20, 0, 'decrease')).toBeNull()
    expect(requiredChange(falling, 20, 5, 'neutral')).toBeNull()
  })
})

describe('what was kept up where a definition changed', () => {
  // financial assessments within 28 days, counted from the completed form since April 2024
  const values = [
    44.4, 43.3, 43, 45, 43.6, 46.4, 48.1, 47.9, 65.3, 67.5, 63.8, 65.1, 63.4, 59.6, 61.3, 64.7, 63.5, 71.3,
    65.2, 61, 71.3, 72, 64, 64, 72.4, 69,
  ]
  const periods = periodRange('2023-08', '2025-09')
  const breaks = [{ date: '2024-04-01', title: 'Days counted from the completed form' }]

  it('lies wholly after the change: no span runs from the old figures to the new', () => {
    const start = firstComparable(breaks, periods)
    expect(periods[start]).toBe('2024-04')
    // 61.3 in Oct 2024 to 71.3 in Apr 2025 is 10 in six months; across the change it would be 3.75 a month
    expect(requiredChange(values, 85, 6, 'increase')?.best).toBeCloseTo(3.75)
    const required = requiredChange(values.slice(start), 85, 6, 'increase')
    expect(required?.best).toBeCloseTo(10 / 6)
    expect(required?.typical).toBeCloseTo(0.2667, 3)
  })

  it('is all of it where nothing changed, and nothing where there are no periods', () => {
    expect(firstComparable([], periods)).toBe(0)
    expect(firstComparable(breaks, [])).toBe(0)
  })
})
