import { expect, it } from 'vitest'
import { writeRecords } from '../../../../src/domain/exports/write-records.ts'

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

it('says above the rows what they are, whose, how marked and whether invented', () => {
  const columns = [{ head: 'Measure', text: (row: string) => row }]
  expect(writeRecords(about, columns, ['OT list']).split('\r\n')).toEqual([
    'Data quality,"Adult social care, Ealing"',
    'Edition,"5, September 2025"',
    'Data as at,2025-10-06',
    'Figures,"protected: small numbers of people withheld, counts of people rounded"',
    'Marking,OFFICIAL',
    'Status,Illustrative data: invented figures',
    '',
    'Measure',
    'OT list',
    '',
  ])
})
