import { describe, expect, it } from 'vitest'
import { type FileMapping, Mapping } from '../../../../src/ingest/mapping.ts'
import { withEarlier } from '../../../../src/ingest/point/earlier.ts'
import { mappingOf } from '../../../../src/ingest/point/mapping-of.ts'
import { namePattern } from '../../../../src/ingest/point/name-pattern.ts'
import { nothingPointed, pointedOf } from '../../../../src/ingest/point/pointed-of.ts'

const output = {
  kpi: 'ot-waiting',
  dimension: 'town',
  member: { column: 'Town' },
  period: { column: 'Month', form: 'month-name' },
  value: { column: 'Waiting' },
  asAt: 'period-end',
} as const

function aFile(changes: object = {}, outputs: readonly object[] = [output]): FileMapping {
  const [file] = Mapping.parse({ files: [{ file: 'list-*.csv', ...changes, outputs }] }).files
  if (!file) throw new Error('no file')
  return file
}

const names = ['Town', 'Month', 'Waiting', 'Started', 'Seen']

describe('a mapping that is pointed at', () => {
  const comesBack: [string, FileMapping][] = [
    ['of one column of figures', aFile()],
    [
      'of several measures with their counts, marks and numbers',
      aFile({ suppressed: ['*'], missing: ['-'], provisional: ['(p)'], numbers: { thousands: ',' } }, [
        { ...output, denominator: { column: 'Seen' } },
        {
          ...output,
          kpi: 'ot-started',
          denominator: { column: 'Seen' },
          value: { column: 'Started', scale: 100 },
        },
      ]),
    ],
    [
      'of a column to each member, with the period in the name of the file',
      aFile({ headerRows: 2, sheet: 'Figures' }, [
        {
          kpi: 'ot-waiting',
          dimension: 'town',
          period: { fileName: { after: 'list-' }, form: 'month-name' },
          columns: [
            { column: 'Waiting', member: 'Acton' },
            { column: 'Started', member: 'Hanwell' },
          ],
          scale: 7,
          asAt: '2025-10-06',
        },
      ]),
    ],
    [
      'of counted rows with filters, in a year that stands beside the month',
      aFile({}, [
        {
          kpi: 'ot-waiting',
          dimension: 'borough',
          member: 'All',
          period: { column: 'Month', form: 'financial-month', year: { column: 'Seen' } },
          combine: { rows: 'count' },
          filters: [{ column: 'Started', oneOf: ['yes'] }],
          asAt: { column: 'Waiting' },
        },
      ]),
    ],
    [
      'of a column to each month',
      aFile({}, [
        { ...output, period: { headers: { before: ' wait' }, form: 'month-name' }, value: undefined },
      ]),
    ],
    [
      'of a rate by its parts, of which several rows are added up',
      aFile({}, [
        {
          ...output,
          value: { divide: ['Started', 'Seen'], scale: 1000 },
          numerator: { column: 'Started' },
          denominator: { column: 'Seen' },
          combine: { rows: 'sum' },
        },
      ]),
    ],
    [
      'of two breakdowns of one table and the whole, for each of its measures',
      aFile(
        {},
        [output, { ...output, kpi: 'ot-seen', value: { column: 'Seen' } }].flatMap((one) => [
          { ...one, combine: { rows: 'sum' } },
          { ...one, combine: { rows: 'sum' }, dimension: 'age', member: { column: 'Started' } },
          { ...one, combine: { rows: 'sum' }, dimension: 'borough', member: 'All' },
        ]),
      ),
    ],
  ]
  it.each(comesBack)('%s comes back as it was', (_, mapping) => {
    const given = [...names, 'Apr-25 wait']
    const pointed = pointedOf(mapping, given)
    expect(pointed).not.toBeNull()
    expect(pointed && Mapping.parse({ files: [mappingOf(pointed)] }).files[0]).toEqual(
      JSON.parse(JSON.stringify(mapping)),
    )
  })

  it('that says more than columns can is left as it is', () => {
    const divided = aFile({}, [{ ...output, value: { divide: ['Started', 'Seen'] } }])
    // of one breakdown more measures than of the other
    const uneven = aFile({}, [
      output,
      { ...output, kpi: 'ot-seen', value: { column: 'Seen' } },
      { ...output, dimension: 'age', member: { column: 'Started' } },
    ])
    const two = aFile({}, [output, { ...output, kpi: 'other', dimension: 'team', value: { column: 'Seen' } }])
    const named = aFile({}, [{ ...output, kpi: { column: 'Seen' } }])
    for (const one of [divided, uneven, two, named]) expect(pointedOf(one, names)).toBeNull()
  })

  it('shows a column that is gone, and takes the first of two with one name', () => {
    const pointed = pointedOf(aFile(), ['Town', 'Town', 'Month'])
    expect(pointed?.columns.map(({ name, role }) => [name, role])).toEqual([
      ['Town', 'member'],
      ['Town', 'nothing'],
      ['Month', 'period'],
      ['Waiting', 'figures'],
    ])
  })
})

describe('what is proposed', () => {
  it('takes measures and breakdowns from earlier mappings of columns of the same names', () => {
    const blank = nothingPointed(aFile(), names)
    const proposed = {
      ...blank,
      dimension: 'locality',
      columns: blank.columns.map((column) =>
        column.name === 'Waiting'
          ? { ...column, role: 'figures' as const, kpi: 'MEASURE' }
          : column.name === 'Town'
            ? { ...column, role: 'member' as const }
            : column,
      ),
    }
    const earlier = pointedOf(aFile(), names)
    const taken = withEarlier(proposed, earlier ? [earlier] : [])
    expect(taken.dimension).toBe('town')
    expect(taken.columns[2]?.kpi).toBe('ot-waiting')
    expect(withEarlier(proposed, []).columns[2]?.kpi).toBe('')
  })

  it('is of every file that is called so but for its period', () => {
    expect(namePattern('waiting-2025-10.csv')).toBe('waiting-*.csv')
    expect(namePattern('OT list Apr-25 final.xlsx')).toBe('OT list * final.xlsx')
    expect(namePattern('2025-10.csv')).toBe('2025-10.csv')
    expect(namePattern('waiting.csv')).toBe('waiting.csv')
  })
})
