import { describe, expect, it } from 'vitest'
import { readDay } from '../../../../src/ingest/persons/written-days.ts'

describe('readDay', () => {
  it.each([
    '14/02/1941',
    '14-02-1941',
    '14.2.41',
    '14\\02\\1941',
    '14 02 1941',
    '1941-02-14',
    '1941/02/14',
    '1941-02-14T00:00:00Z',
    '14/02/1941 00:00:00',
    '19410214',
    '14021941',
    '14 Feb 1941',
    '14-FEB-41',
    '14Feb1941',
    '14th of February 1941',
    'February 14, 1941',
    'Feb 14th 1941',
    'Fri 14 Feb 1941',
    'Friday, 14 February 1941',
    '14 Feb, 1941',
    '1941-Feb-14',
    '14 Feb 1941 00:00',
  ])('reads %s', (text) => {
    expect(readDay(text)).toEqual({ year: 1941, month: 2, day: 14 })
  })

  it.each([
    '2025-04',
    'April 2025',
    '2024-25',
    'FY2024-25',
    '412',
    '19419914',
    '9434765919',
    'Acton',
    'Marketing 12, 1941 places',
  ])('lets %s pass', (text) => {
    expect(readDay(text)).toBeNull()
  })
})
