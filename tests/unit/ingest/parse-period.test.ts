import { describe, expect, it } from 'vitest'
import { parsePeriod } from '../../../src/ingest/parse-period.ts'

describe('parsePeriod', () => {
  it('takes period keys as they are', () => {
    expect(parsePeriod('2025-Q1', 'period', 'quarter')).toBe('2025-Q1')
    expect(parsePeriod('2025-13', 'period', 'month')).toBeNull()
    expect(parsePeriod('FY2024-26', 'period', 'year')).toBeNull()
  })

  it('takes a date for the period that it lies in', () => {
    expect(parsePeriod('2019-12-01', 'date', 'month')).toBe('2019-12')
    expect(parsePeriod('2020-02-29', 'date', 'year')).toBe('FY2019-20')
    expect(parsePeriod('2019-02-29', 'date', 'month')).toBeNull()
  })

  it('reads slashes with the day first', () => {
    expect(parsePeriod('03/04/2025', 'day-first-date', 'month')).toBe('2025-04')
    expect(parsePeriod('04/13/2025', 'day-first-date', 'month')).toBeNull()
  })

  it('reads Apr-24 as April 2024, never as the 24th of April', () => {
    expect(parsePeriod('Apr-24', 'month-name', 'month')).toBe('2024-04')
    expect(parsePeriod('September 2025', 'month-name', 'month')).toBe('2025-09')
    expect(parsePeriod('Sept 2025', 'month-name', 'month')).toBe('2025-09')
    expect(parsePeriod('Mayor 2025', 'month-name', 'month')).toBeNull()
  })

  it('reads financial years with a hyphen or a slash', () => {
    expect(parsePeriod('2018-19', 'financial-year', 'year')).toBe('FY2018-19')
    expect(parsePeriod('2018/19', 'financial-year', 'year')).toBe('FY2018-19')
    expect(parsePeriod('1999-00', 'financial-year', 'year')).toBe('FY1999-00')
    expect(parsePeriod('2018-20', 'financial-year', 'year')).toBeNull()
  })

  it.each([
    ['2024/2025', 'financial-year', 'year', 'FY2024-25'],
    ['201718', 'financial-year', 'year', 'FY2017-18'],
    ['FY2024-25', 'financial-year', 'year', 'FY2024-25'],
    ['202412', 'financial-year', 'year', null],
    ['2024', 'year-beginning', 'year', 'FY2024-25'],
    ['2025', 'year-ending', 'year', 'FY2024-25'],
    ['2022/23 Q3', 'financial-quarter', 'quarter', '2022-Q3'],
    ['Q1 2023-24', 'financial-quarter', 'quarter', '2023-Q1'],
    ['2023-24Q4', 'financial-quarter', 'quarter', '2023-Q4'],
    ['Quarter 2, 2023/2024', 'financial-quarter', 'quarter', '2023-Q2'],
    ['Q5 2023-24', 'financial-quarter', 'quarter', null],
    ['Q1 2023', 'financial-quarter', 'quarter', null],
    ['Q3 2024', 'calendar-quarter', 'quarter', '2024-Q2'],
    ['2025 Q1', 'calendar-quarter', 'quarter', '2024-Q4'],
    ['Apr-Jun 2025', 'quarter-months', 'quarter', '2025-Q1'],
    ['January to March 2025', 'quarter-months', 'quarter', '2024-Q4'],
    ['May-Jul 2025', 'quarter-months', 'quarter', null],
    ['20 Jun 2021', 'day-month-name', 'month', '2021-06'],
    ['Monday 2nd August 2021', 'day-month-name', 'month', '2021-08'],
    ['31-Apr-21', 'day-month-name', 'month', null],
    ['202504', 'month-number', 'month', '2025-04'],
    ['4/2025', 'month-number', 'month', '2025-04'],
    ['202513', 'month-number', 'month', null],
    ['2025-04-01T00:00:00', 'date', 'month', '2025-04'],
    ['2025-04-01', 'month-name', 'month', '2025-04'],
    ['2025-W14', 'iso-week', 'month', '2025-03'],
    ['2020-W53', 'iso-week', 'month', '2020-12'],
    ['2021-W53', 'iso-week', 'month', null],
  ] as const)('reads %s as %s', (text, form, frequency, period) => {
    expect(parsePeriod(text, form, frequency)).toBe(period)
  })

  it.each([
    ['Apr\u00a02024', 'month-name', 'month', '2024-04'],
    ['Apr\u201324', 'month-name', 'month', '2024-04'],
    ['Apr \u2019\u200e24', 'month-name', 'month', '2024-04'],
    ['Apr/24', 'month-name', 'month', '2024-04'],
    ['Apr_2024', 'month-name', 'month', '2024-04'],
    ['April, 2024', 'month-name', 'month', '2024-04'],
    ['1/4/24', 'day-first-date', 'month', '2024-04'],
    ['30.04.24', 'day-first-date', 'month', '2024-04'],
    ['As at 30 April 2024', 'day-month-name', 'month', '2024-04'],
    ['2024/04/01', 'date', 'month', '2024-04'],
    ['20240401', 'date', 'month', '2024-04'],
    ['45383.75', 'excel-serial', 'month', '2024-04'],
    ['2024M04', 'month-number', 'month', '2024-04'],
    ['2024-4', 'month-number', 'month', '2024-04'],
    ['2024/25 M1', 'financial-year-month', 'month', '2024-04'],
    ['P12 2024-25', 'financial-year-month', 'month', '2025-03'],
    ['2024/25 Jan', 'financial-year-month', 'month', '2025-01'],
    ['24/25 M13', 'financial-year-month', 'month', null],
    ['2024 M1', 'financial-year-month', 'month', null],
    ['Q1 24/25', 'financial-quarter', 'quarter', '2024-Q1'],
    ['Q1 (Apr-Jun) 2024/25', 'financial-quarter', 'quarter', '2024-Q1'],
    ['2024/25 Q4 Jan to Mar', 'financial-quarter', 'quarter', '2024-Q4'],
    ['Q1 (Jan-Mar) 2024/25', 'financial-quarter', 'quarter', null],
    ['Q1 (Jan-Mar) 2025', 'calendar-quarter', 'quarter', '2024-Q4'],
    ['1st Quarter 2024/25', 'financial-quarter', 'quarter', '2024-Q1'],
    ['Quarter 1 of 2024-25', 'financial-quarter', 'quarter', '2024-Q1'],
    ['Quarter ending 30 June 2024', 'quarter-months', 'quarter', '2024-Q1'],
    ['Quarter ending May 2024', 'quarter-months', 'quarter', null],
    ['Jan-Mar 2024/25', 'quarter-months', 'quarter', '2024-Q4'],
    ['Jan 2025 - Mar 2025', 'quarter-months', 'quarter', '2024-Q4'],
    ['Jan 2024 - Mar 2025', 'quarter-months', 'quarter', null],
    ['24/25', 'financial-year', 'year', 'FY2024-25'],
    ['24/26', 'financial-year', 'year', null],
    ['2024 to 2025', 'financial-year', 'year', 'FY2024-25'],
    ['April 2024 to March 2025', 'financial-year', 'year', 'FY2024-25'],
    ['FY25', 'year-ending', 'year', 'FY2024-25'],
    ['wk 14 2025', 'iso-week', 'month', '2025-03'],
  ] as const)('reads %s as councils write it, as %s', (text, form, frequency, period) => {
    expect(parsePeriod(text, form, frequency)).toBe(period)
  })

  it('reads the month first where it is said, and no year of two digits that could be a day or a month', () => {
    expect(parsePeriod('4/30/2024', 'month-first-date', 'month')).toBe('2024-04')
    expect(parsePeriod('04/01/2024', 'month-first-date', 'month')).toBe('2024-04')
    expect(parsePeriod('24/04/12', 'day-first-date', 'month')).toBeNull()
  })

  it('takes the words of a week for a week alone, and for the day that the mapping says', () => {
    const week = { written: 'last-day', counted: 'last-day' } as const
    const beginning = { ...week, written: 'first-day' } as const
    expect(parsePeriod('W/E 07/04/2024', 'day-first-date', 'month', { week })).toBe('2024-04')
    expect(parsePeriod('Week commencing 31 Mar 2025', 'day-month-name', 'month', { week: beginning })).toBe(
      '2025-04',
    )
    expect(parsePeriod('w/c 31/03/2025', 'day-first-date', 'month', { week })).toBeNull()
    expect(parsePeriod('W/E 07/04/2024', 'day-first-date', 'month')).toBeNull()
  })

  it('puts a time of another clock on ours', () => {
    expect(parsePeriod('2024-03-31T23:00:00Z', 'date', 'month')).toBe('2024-04')
    expect(parsePeriod('2024-03-31T23:00:00.000+00:00', 'date', 'month')).toBe('2024-04')
    expect(parsePeriod('2024-04-01 00:00:00+01', 'date', 'month')).toBe('2024-04')
    expect(parsePeriod('2024-01-31T23:00:00Z', 'date', 'month')).toBe('2024-01')
    expect(parsePeriod('2024-03-31T23:00:00', 'date', 'month')).toBe('2024-03')
  })

  it('takes the year of a month or a quarter from beside it', () => {
    expect(parsePeriod('January', 'financial-month', 'month', { year: '2024/25' })).toBe('2025-01')
    expect(parsePeriod('M12', 'financial-month', 'month', { year: '2024-25' })).toBe('2025-03')
    expect(parsePeriod('January', 'calendar-month', 'month', { year: '2025' })).toBe('2025-01')
    expect(parsePeriod('Q4', 'financial-quarter', 'quarter', { year: '202425' })).toBe('2024-Q4')
    expect(parsePeriod('Q4', 'financial-quarter', 'quarter')).toBeNull()
  })

  it('counts a week in the month that the rule says', () => {
    const week = (counted: 'first-day' | 'last-day' | 'most-days') =>
      parsePeriod('2025-04-28', 'date', 'month', { week: { written: 'first-day', counted } })
    // Monday 28 April to Sunday 4 May: three days in April, four in May
    expect([week('first-day'), week('most-days'), week('last-day')]).toEqual([
      '2025-04',
      '2025-05',
      '2025-05',
    ])
    const ending = { written: 'last-day', counted: 'first-day' } as const
    expect(parsePeriod('2025-05-04', 'date', 'month', { week: ending })).toBe('2025-04')
  })
})
