import { expect, it } from 'vitest'
import { writeRecords, writeRecordsAbout } from '../../../../src/domain/exports/write-records.ts'

const about = {
  title: 'Data quality',
  edition: { number: 5, label: 'September 2025', dataAsAt: '2025-10-06' },
  organisation: {
    name: 'Ealing',
    service: 'Adult social care',
    illustrative: true,
    marking: 'OFFICIAL',
    timezone: 'Europe/London',
  },
  audience: 'protected',
} as const

it('has its heads on the first line, so that any program reads it as it stands', () => {
  const columns = [{ head: 'Measure', text: (row: string) => row }]
  expect(writeRecords(columns, ['OT list'])).toBe('Measure\r\nOT list\r\n')
})

it('says in a file of its own what the records are, whose, how marked and whether invented', () => {
  expect(writeRecordsAbout(about).split('\r\n')).toEqual([
    'About,Text',
    'Records,Data quality',
    'Organisation,"Adult social care, Ealing"',
    'Edition,"5, September 2025"',
    'Data as at,2025-10-06',
    'Figures,"protected: small numbers of people withheld, counts of people rounded"',
    'Marking,OFFICIAL',
    'Status,Illustrative data: invented figures',
    '',
  ])
})
