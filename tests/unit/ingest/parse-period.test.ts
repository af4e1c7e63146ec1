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
})
