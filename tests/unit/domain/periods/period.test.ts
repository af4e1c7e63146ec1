import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addPeriods,
  frequencyOf,
  isPeriod,
  lastMonthOf,
  periodContaining,
  periodEnd,
  periodRange,
  periodStart,
  periodsBetween,
  periodsInMonths,
  yearBefore,
} from '../../../../src/domain/periods/period.ts'

describe('frequencyOf', () => {
  it('reads months, financial quarters and financial years', () => {
    expect(['2025-04', '2025-Q1', 'FY2024-25', 'FY1999-00'].map(frequencyOf)).toEqual([
      'month',
      'quarter',
      'year',
      'year',
    ])
  })

  it('knows no thirteenth month, fifth quarter or year that does not follow', () => {
    expect(['2025-13', '2025-00', '2025-Q5', 'FY2024-26', 'Apr-24', ''].map(frequencyOf)).toEqual(
      Array(6).fill(null),
    )
  })
})

describe('isPeriod', () => {
  it('takes periods of years that figures can be of', () => {
    expect(['1900-01', '2025-Q1', 'FY2298-99'].filter(isPeriod)).toHaveLength(3)
    expect(['0000-01', '0205-04', '2300-Q1', 'FY9999-00', '2025-13'].filter(isPeriod)).toEqual([])
  })
})

describe('addPeriods', () => {
  it('crosses the calendar year by months', () => {
    expect(addPeriods('2025-12', 1)).toBe('2026-01')
    expect(addPeriods('2026-01', -1)).toBe('2025-12')
  })

  it('crosses the financial year by quarters: Q4 is January to March', () => {
    expect(addPeriods('2025-Q4', 1)).toBe('2026-Q1')
    expect(addPeriods('2025-Q1', -1)).toBe('2024-Q4')
  })

  it('steps by financial years', () => {
    expect(addPeriods('FY2024-25', 1)).toBe('FY2025-26')
    expect(addPeriods('FY1999-00', -1)).toBe('FY1998-99')
  })

  it('undoes itself, for every period and step', () => {
    const key = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1990, max: 2080 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
      fc
        .tuple(fc.integer({ min: 1990, max: 2080 }), fc.integer({ min: 1, max: 4 }))
        .map(([year, quarter]) => `${year}-Q${quarter}`),
    )
    fc.assert(
      fc.property(key, fc.integer({ min: -200, max: 200 }), (period, step) => {
        const there = addPeriods(period, step)
        expect(addPeriods(there, -step)).toBe(period)
        expect(periodsBetween(period, there)).toBe(step)
        // keys of one frequency compare as strings, in the order of time
        expect(there > period).toBe(step > 0)
      }),
    )
  })
})

describe('periodEnd and periodStart', () => {
  it('name the last and first day, leap years included', () => {
    expect(['2024-02', '2025-02', '2025-Q1', '2025-Q4', 'FY2024-25'].map(periodEnd)).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2025-06-30',
      '2026-03-31',
      '2025-03-31',
    ])
    expect(['2024-02', '2025-Q1', '2025-Q4', 'FY2024-25'].map(periodStart)).toEqual([
      '2024-02-01',
      '2025-04-01',
      '2026-01-01',
      '2024-04-01',
    ])
  })
})

describe('periodContaining', () => {
  it('puts a month in its financial quarter and year', () => {
    expect(periodContaining('quarter', '2025-05')).toBe('2025-Q1')
    expect(periodContaining('quarter', '2026-03')).toBe('2025-Q4')
    expect(periodContaining('year', '2026-03')).toBe('FY2025-26')
    expect(periodContaining('year', '2025-04')).toBe('FY2025-26')
    expect(periodContaining('month', '2025-04')).toBe('2025-04')
  })
})

describe('other arithmetic', () => {
  it('lists a range with both ends, and nothing when the end is earlier', () => {
    expect(periodRange('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(periodRange('2026-02', '2025-11')).toEqual([])
  })

  it('finds the same period a year before', () => {
    expect(['2025-04', '2025-Q1', 'FY2024-25'].map(yearBefore)).toEqual(['2024-04', '2024-Q1', 'FY2023-24'])
  })

  it('counts 36 months as 12 quarters or 3 years', () => {
    expect([
      periodsInMonths('month', 36),
      periodsInMonths('quarter', 36),
      periodsInMonths('year', 36),
    ]).toEqual([36, 12, 3])
  })

  it('refuses to measure from a month to a quarter', () => {
    expect(() => periodsBetween('2025-04', '2025-Q1')).toThrow('not periods of one frequency')
  })

  it('names the last month inside a period', () => {
    expect(['2025-Q3', 'FY2024-25'].map(lastMonthOf)).toEqual(['2025-12', '2025-03'])
  })
})
