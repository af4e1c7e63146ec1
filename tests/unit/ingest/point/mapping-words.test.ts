import { describe, expect, it } from 'vitest'
import { Mapping } from '../../../../src/ingest/mapping.ts'
import { tellMapping } from '../../../../src/ingest/point/mapping-words.ts'
import { anOutput } from '../../../support/a-mapping.ts'

const names = new Map([['ot-waiting', 'Waiting for OT assessment']])
const tell = (...files: unknown[]) => tellMapping(Mapping.parse({ files }).files, names)
const whole = anOutput()

describe('a mapping in words', () => {
  it('says its files, the measure, and what each column is', () => {
    expect(tell({ file: 'waiting-*.csv', outputs: [whole] })).toEqual([
      'Files called “waiting-*.csv”.',
      'Waiting for OT assessment (ot-waiting), the whole: figures from column “Adults”, the period from column “Month” (written as April 2025, Apr 2025 or Apr-25), read at the end of each period.',
    ])
  })

  it('says what cannot be pointed at: arithmetic, rows that are combined, filters, and measures from a column', () => {
    const [, share, cases, named] = tell({
      file: 'x.csv',
      outputs: [
        {
          ...whole,
          value: { divide: ['Within', 'All'], scale: 100 },
          numerator: { column: 'Within' },
          combine: { rows: 'sum' },
          asAt: '2025-11-06',
        },
        {
          ...whole,
          value: undefined,
          combine: { rows: 'count' },
          dimension: 'town',
          member: { column: 'Town', values: { ACT: 'Acton' } },
          filters: [
            { column: 'Status', noneOf: ['Closed', 'Void'] },
            { column: 'Team', oneOf: ['1', '2', '3', '4', '5', '6', '7', '8'] },
          ],
        },
        {
          ...whole,
          kpi: { column: 'Indicator' },
          dimension: { column: 'Kind' },
          member: { sheetName: {} },
          period: { constant: '2025-10', form: 'period' },
          status: { column: 'State' },
          combine: { rows: 'last', by: { column: 'Day' } },
        },
      ],
    })
    expect(share).toBe(
      'Waiting for OT assessment (ot-waiting), the whole: figures from “Within” divided by “All”, times 100, the numerator from column “Within”, the period from column “Month” (written as April 2025, Apr 2025 or Apr-25), read on 2025-11-06. Several rows of one figure are added up, and then divided.',
    )
    expect(cases).toContain('by town: groups from column “Town”, renamed, figures by counting rows')
    expect(cases).toContain(
      'No rows whose “Status” is “Closed” or “Void”. Only rows whose “Team” is “1”, “2”, “3”, “4”, “5”, “6” or 2 more.',
    )
    expect(named).toContain('Measures from column “Indicator”, by the breakdown from column “Kind”')
    expect(named).toContain('groups from the name of the sheet')
    expect(named).toContain('the period 2025-10, provisional or final from column “State”')
    expect(named).toContain('Of several rows of one figure the last by “Day” counts.')
  })

  it('says of wide tables and workbooks where figures, periods and sheets are, and how the files write', () => {
    const { value: _, member: __, ...rest } = whole
    expect(
      tell({
        file: 'list.xlsx',
        sheet: '*',
        headerRows: 2,
        suppressed: ['*'],
        missing: ['-', '..'],
        numbers: { thousands: ',', percentSign: true, units: ['£'] },
        outputs: [
          { ...rest, dimension: 'town', columns: [{ column: 'Acton', member: 'Acton' }] },
          { ...rest, member: 'All', period: { headers: {}, form: 'month-number' }, scale: 7 },
        ],
      }),
    ).toEqual([
      'Files called “list.xlsx”, sheets “*”, 2 rows head the columns together.',
      'Waiting for OT assessment (ot-waiting), by town: a column to each group (“Acton”), figures from those columns, the period from column “Month” (written as April 2025, Apr 2025 or Apr-25), read at the end of each period.',
      'Waiting for OT assessment (ot-waiting), the whole: figures from a column to each period, times 7, the period from the names of those columns (written as 202504, 2025/04 or 04/2025), read at the end of each period.',
      'In these files “*” means withheld; “-” or “..” means missing; thousands are written 1,234; figures may end in %; the units “£” are left out.',
    ])
  })
})
