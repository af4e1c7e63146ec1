import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  isWorkingDay,
  warnOfUnknownHolidays,
  workingDaysBetween,
} from '../../../../src/domain/plans/working-days.ts'

describe('working days', () => {
  it('leave out weekends and the bank holidays of England', () => {
    expect(['2025-12-24', '2025-12-25', '2025-12-26', '2025-12-27', '2025-05-05'].map(isWorkingDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })

  it('know the moved and added holidays of 2020, 2022 and 2023', () => {
    const days = ['2020-05-04', '2020-05-08', '2022-05-30', '2022-06-03', '2022-09-19', '2023-05-08']
    expect(days.map(isWorkingDay)).toEqual([true, false, true, false, false, false])
  })

  it('count the day itself as day 0', () => {
    expect(workingDaysBetween('2025-09-30', '2025-09-30')).toBe(0)
    expect(workingDaysBetween('2025-09-30', '2025-10-01')).toBe(1)
    expect(workingDaysBetween('2025-10-03', '2025-10-06')).toBe(1)
  })

  it('count backwards with a minus', () => {
    expect(workingDaysBetween('2025-10-06', '2025-10-03')).toBe(-1)
  })

  it('skip Easter: the fifth working day after 15 April 2025 is the 24th', () => {
    expect(addWorkingDays('2025-04-15', 5)).toBe('2025-04-24')
  })

  it('are warned of past the stored bank holidays', () => {
    expect(warnOfUnknownHolidays('2028-12-31')).toBeNull()
    expect(warnOfUnknownHolidays('2029-01-01')).toBe(
      'Bank holidays are stored to 2028. Working days after that are counted without them.',
    )
  })
})
