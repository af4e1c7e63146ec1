import { describe, expect, it } from 'vitest'
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  isDate,
  monthOf,
} from '../../../../src/domain/periods/calendar.ts'

describe('calendar', () => {
  it('knows days that exist from days that do not', () => {
    expect(['2024-02-29', '2025-02-29', '2025-04-31', '2025-4-1', 'x'].map(isDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('knows only years that a plan or a figure can be of', () => {
    expect(['1900-01-01', '2299-12-31'].every(isDate)).toBe(true)
    expect(['0000-01-01', '0205-04-01', '9999-12-31'].some(isDate)).toBe(false)
  })

  it('counts days over the change to summer time without losing one', () => {
    expect(addDays('2025-03-29', 2)).toBe('2025-03-31')
    expect(dayNumber('2025-03-31') - dayNumber('2025-03-29')).toBe(2)
    expect(dateOfDayNumber(dayNumber('2025-10-26'))).toBe('2025-10-26')
  })

  it('takes the month from a date', () => {
    expect(monthOf('2025-09-30')).toBe('2025-09')
  })
})
