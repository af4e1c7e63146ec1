import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../../src/domain/periods/day-of.ts'

describe('dayOf', () => {
  it('is the next day already for half past eleven at night, Greenwich time, in a London summer', () => {
    expect(dayOf('2025-06-14T23:30:00Z', 'Europe/London')).toBe('2025-06-15')
  })

  it('is the same day in a London winter', () => {
    expect(dayOf('2025-12-14T23:30:00Z', 'Europe/London')).toBe('2025-12-14')
  })

  it('takes an instant with an offset', () => {
    expect(dayOf('2025-06-15T00:30:00+01:00', 'Europe/London')).toBe('2025-06-15')
  })
})
