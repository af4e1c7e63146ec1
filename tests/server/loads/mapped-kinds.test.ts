import { describe, expect, it } from 'vitest'
import { aLoad, errorsIn, kpiHeader, noticesIn, organisationFile } from '../../support/a-load.ts'
import { anXlsx } from '../../support/a-workbook.ts'
import { allOf } from '../../support/all-of.ts'

const kpis = [
  kpiHeader,
  'waiting,People waiting,waiting,count,P,down,month,0,,,none,,1,2015-04-01',
  'started,Assessments started,waiting,count,S,up,month,0,,,none,,1,2015-04-01',
  'yearly,Requests,waiting,count,S,up,year,0,,,none,,1,2015-04-01',
  'quarterly,Reviews,waiting,count,S,up,quarter,0,,,none,,1,2015-04-01',
  'share,Within 28 days,waiting,percent,W,up,month,1,,,none,,1,2015-04-01',
  'days,Median wait,waiting,days,M,down,month,1,,,none,,1,2015-04-01',
].join('\n')

/** An output of the OT list by town; what is given besides replaces what it says. */
const output = (more: object) => ({
  kpi: 'waiting',
  dimension: 'town',
  member: { column: 'Town' },
  period: { column: 'Month', form: 'period' },
  asAt: 'period-end',
  ...more,
})
const value = { column: 'Number' }
const ofBorough = { dimension: 'borough', member: 'All' }

async function load(files: Record<string, string | Uint8Array>, mapped: object) {
  const [first = ''] = Object.keys(files)
  const mapping = { files: [{ file: first, ...mapped }] }
  return await aLoad({ ...organisationFile, 'kpis.csv': kpis, ...files }, { mapping })
}

/** Measure, member, period and value of each figure, in the order of the file. */
async function figuresOf(given: Awaited<ReturnType<typeof aLoad>>) {
  expect(errorsIn(given)).toEqual([])
  const figures = await allOf(given.prepared?.readFigures() ?? (async function* () {})())
  return figures.map((one) => `${one.kpi} ${one.member} ${one.period} ${one.value ?? one.availability}`)
}

interface Kind {
  kind: string
  files: Record<string, string | Uint8Array>
  mapped: object
  figures: string[]
}

/** Kinds of files that councils and the NHS publish, each by a mapping alone. */
const kinds: Kind[] = [
  {
    kind: 'a column to each month',
    files: { 'wide.csv': 'Town,Notes,Apr-25,May-25\nActon,,4,5\nHanwell,x,[c],7\n' },
    mapped: { outputs: [output({ period: { headers: {}, form: 'month-name' } })] },
    figures: [
      'waiting Acton 2025-04 4',
      'waiting Acton 2025-05 5',
      'waiting Hanwell 2025-04 suppressed',
      'waiting Hanwell 2025-05 7',
    ],
  },
  {
    kind: 'two header rows, two measures below each month',
    files: { 'two.csv': 'Town,Apr 2025,,May 2025,\n,Waiting,Started,Waiting,Started\nActon,4,1,5,2\n' },
    mapped: {
      headerRows: 2,
      outputs: [
        output({ period: { headers: { before: ' Waiting' }, form: 'month-name' } }),
        output({ kpi: 'started', period: { headers: { before: ' Started' }, form: 'month-name' } }),
      ],
    },
    figures: [
      'waiting Acton 2025-04 4',
      'waiting Acton 2025-05 5',
      'started Acton 2025-04 1',
      'started Acton 2025-05 2',
    ],
  },
  {
    kind: 'a file to each month, named by it',
    files: {
      'waiting Apr 2025.csv': 'Town,Number\nActon,4\n',
      'waiting May 2025.csv': 'Town,Number\nActon,5\n',
    },
    mapped: {
      file: 'waiting *.csv',
      outputs: [output({ value, period: { fileName: { after: 'waiting ' }, form: 'month-name' } })],
    },
    figures: ['waiting Acton 2025-04 4', 'waiting Acton 2025-05 5'],
  },
  {
    kind: 'a sheet to each month, named by it, and totals below',
    files: {
      'book.xlsx': anXlsx({
        'Apr 25': {
          rows: [
            ['Town', 'Number'],
            ['Acton', 4],
            ['Total', 4],
          ],
        },
        'May 25': { rows: [['Town', 'Number'], ['Acton', 5], ['Source: the case system']] },
      }),
    },
    mapped: {
      sheet: '*',
      outputs: [output({ value, period: { sheetName: {}, form: 'month-name' } })],
    },
    figures: ['waiting Acton 2025-04 4', 'waiting Acton 2025-05 5'],
  },
  {
    kind: 'one period for the whole file, and a sheet to each town',
    files: {
      'towns.xlsx': anXlsx({ Acton: { rows: [['Number'], [4]] }, Hanwell: { rows: [['Number'], [7]] } }),
    },
    mapped: {
      sheet: '*',
      outputs: [
        output({ value, member: { sheetName: {} }, period: { constant: '2025-04', form: 'period' } }),
      ],
    },
    figures: ['waiting Acton 2025-04 4', 'waiting Hanwell 2025-04 7'],
  },
  {
    kind: 'a pivot table, with each month once and its total below',
    files: {
      'pivot.csv':
        'Month,Town,Number\nApr 2025,Acton,4\n,Hanwell,5\nApr 2025 Total,,9\nMay 2025,Acton,6\n,Hanwell,7\nMay 2025 Total,,13\nGrand Total,,22\n',
    },
    mapped: {
      carriedDown: ['Month'],
      outputs: [output({ value, period: { column: 'Month', form: 'month-name' } })],
    },
    figures: [
      'waiting Acton 2025-04 4',
      'waiting Hanwell 2025-04 5',
      'waiting Acton 2025-05 6',
      'waiting Hanwell 2025-05 7',
    ],
  },
  {
    kind: 'a financial year above its months, in two header rows',
    files: { 'years.csv': 'Town,2024/25,,2025/26\n,Feb,Mar,Apr\nActon,4,5,6\n' },
    mapped: {
      headerRows: 2,
      outputs: [output({ period: { headers: {}, form: 'financial-year-month' } })],
    },
    figures: ['waiting Acton 2025-02 4', 'waiting Acton 2025-03 5', 'waiting Acton 2025-04 6'],
  },
  {
    kind: 'years as 201718',
    files: { 'years.csv': 'Year,Number\n201718,4\n201819,5\n' },
    mapped: {
      outputs: [
        output({ ...ofBorough, kpi: 'yearly', value, period: { column: 'Year', form: 'financial-year' } }),
      ],
    },
    figures: ['yearly All FY2017-18 4', 'yearly All FY2018-19 5'],
  },
  {
    kind: 'quarters as 2022/23 Q3, with the units in the cells',
    files: { 'q.csv': 'Quarter,Number\n2022/23 Q3,"1,204 reviews"\n2022/23 Q4,980 reviews (p)\n' },
    mapped: {
      numbers: { thousands: ',', units: ['reviews'] },
      provisional: ['(p)'],
      outputs: [
        output({
          ...ofBorough,
          kpi: 'quarterly',
          value,
          period: { column: 'Quarter', form: 'financial-quarter' },
        }),
      ],
    },
    figures: ['quarterly All 2022-Q3 1204', 'quarterly All 2022-Q4 980'],
  },
  {
    kind: 'weeks, summed to the month that has most of each',
    files: { 'weeks.csv': 'Week,Number\n2025-04-21,10\n2025-04-28,4\n2025-05-05,6\n' },
    mapped: {
      outputs: [
        output({
          ...ofBorough,
          kpi: 'started',
          value,
          period: { column: 'Week', form: 'date', week: { written: 'first-day', counted: 'most-days' } },
          combine: { rows: 'sum' },
        }),
      ],
    },
    figures: ['started All 2025-04 10', 'started All 2025-05 10'],
  },
  {
    kind: 'the last count of each month',
    files: { 'daily.csv': 'Day,Number\n20 Jun 2021,9\n30 Jun 2021,12\n29 Jun 2021,11\n01 Jul 2021,13\n' },
    mapped: {
      outputs: [
        output({
          ...ofBorough,
          value,
          period: { column: 'Day', form: 'day-month-name' },
          combine: { rows: 'last', by: { column: 'Day', form: 'day-month-name' } },
        }),
      ],
    },
    figures: ['waiting All 2021-06 12', 'waiting All 2021-07 13'],
  },
  {
    kind: 'the first of several rows by a column of numbers',
    files: {
      'versions.csv': 'Town,Month,Version,Number\nActon,2025-04,2,5\nActon,2025-04,10,6\nActon,2025-04,1,4\n',
    },
    mapped: {
      outputs: [output({ value, combine: { rows: 'first', by: { column: 'Version', form: 'number' } } })],
    },
    figures: ['waiting Acton 2025-04 4'],
  },
  {
    kind: 'events to be counted',
    files: {
      'events.csv':
        'Started,Town,Route\n02/04/2025,Acton,Hospital\n30/04/2025,Acton,Self\n01/05/2025,Hanwell,Self\n',
    },
    mapped: {
      outputs: [
        output({
          kpi: 'started',
          period: { column: 'Started', form: 'day-first-date' },
          combine: { rows: 'count' },
          filters: [{ column: 'Route', oneOf: ['Self', 'Hospital'] }],
        }),
      ],
    },
    figures: ['started Acton 2025-04 2', 'started Hanwell 2025-05 1'],
  },
  {
    kind: 'a share from its two columns, summed over teams',
    files: { 'share.csv': 'Month,Team,Within,All\n2025-04,A,28,64\n2025-04,B,10,36\n2025-05,A,0,0\n' },
    mapped: {
      outputs: [
        output({
          ...ofBorough,
          kpi: 'share',
          value: { divide: ['Within', 'All'], scale: 100 },
          numerator: { column: 'Within' },
          denominator: { column: 'All' },
          combine: { rows: 'sum' },
        }),
      ],
    },
    // (28 + 10) ÷ (64 + 36); nobody in May
    figures: ['share All 2025-04 38', 'share All 2025-05 missing'],
  },
  {
    kind: 'what is left of two columns',
    files: { 'less.csv': 'Month,Opened,Closed\n2025-04,12,5\n2025-05,*,3\n' },
    mapped: {
      suppressed: ['*'],
      outputs: [output({ ...ofBorough, value: { subtract: ['Opened', 'Closed'] } })],
    },
    figures: ['waiting All 2025-04 7', 'waiting All 2025-05 suppressed'],
  },
  {
    kind: 'records of JSON',
    files: {
      'api.json': JSON.stringify({
        data: {
          items: [
            { month: '202504', area: { name: 'Acton' }, n: 4 },
            { month: '202505', area: { name: 'Acton' }, n: null },
          ],
        },
      }),
    },
    mapped: {
      records: 'data.items',
      outputs: [
        output({
          member: { column: 'area.name' },
          period: { column: 'month', form: 'month-number' },
          value: { column: 'n' },
        }),
      ],
    },
    figures: ['waiting Acton 2025-04 4', 'waiting Acton 2025-05 missing'],
  },
  {
    kind: 'months by name below a year in the file’s name',
    files: { 'activity 2024-25.csv': 'Town,April,January\nActon,4,5\n' },
    mapped: {
      outputs: [
        output({
          period: { headers: {}, form: 'financial-month', year: { fileName: { after: 'activity ' } } },
        }),
      ],
    },
    figures: ['waiting Acton 2024-04 4', 'waiting Acton 2025-01 5'],
  },
]

describe('extracts that a mapping alone reads', () => {
  it.each(kinds)('$kind', async ({ files, mapped, figures }) => {
    expect(await figuresOf(await load(files, mapped))).toEqual(figures)
  })

  it('refuses to add up medians, and shares without their parts', async () => {
    const file = { 'm.csv': 'Month,Team,Number\n2025-04,A,10\n2025-04,B,12\n' }
    const outputs = ['days', 'share'].map((kpi) =>
      output({ ...ofBorough, kpi, value, combine: { rows: 'sum' } }),
    )
    expect(errorsIn(await load(file, { outputs }))).toEqual([
      expect.stringContaining('m.csv:2:11 figures of days cannot be added up: it is a median or percentile'),
      expect.stringContaining('m.csv:2:11 figures of share cannot be added up: it is a share or an average'),
    ])
  })

  it('gives no sum where a part of it is withheld, and refuses one that is no number at its place', async () => {
    const sum = [output({ ...ofBorough, kpi: 'started', value, combine: { rows: 'sum' } })]
    const hidden = await load(
      { 'x.csv': 'Month,Town,Number\n2025-04,A,10\n2025-04,B,[c]\n' },
      { outputs: sum },
    )
    expect(await figuresOf(hidden)).toEqual(['started All 2025-04 suppressed'])
    expect(noticesIn(hidden)).toContainEqual(expect.stringContaining('2 rows were combined into 1 figure'))
    const wrong = await load(
      { 'x.csv': 'Month,Town,Number\n2025-04,A,10\n2025-04,B,ten\n' },
      { outputs: sum },
    )
    expect(errorsIn(wrong)).toEqual([expect.stringContaining('x.csv:3:11 the value is not a number')])
  })

  it('refuses two last rows of the same day that say different things', async () => {
    const last = { rows: 'last', by: { column: 'Day' } }
    const outputs = [output({ ...ofBorough, value, period: { column: 'Day', form: 'date' }, combine: last })]
    const twice = await load({ 'x.csv': 'Day,Number\n2025-04-30,10\n2025-04-30,11\n' }, { outputs })
    expect(errorsIn(twice)).toEqual([expect.stringContaining('x.csv:3:1 two rows of the same figure')])
  })

  it('names a value of JSON by its record and key, and persons in records as in any table', async () => {
    const outputs = [
      output({ value: { column: 'n' }, member: { column: 'town' }, period: { column: 'm', form: 'period' } }),
    ]
    const bad = await load({ 'x.json': '[{"m":"2025-04","town":"Acton","n":"many"}]' }, { outputs })
    expect(errorsIn(bad)).toEqual([
      expect.stringContaining('x.json:0:0 (the list[0], key 3) the value is not a number'),
    ])
    const named = await load(
      { 'x.json': '[{"m":"2025-04","town":"Acton","n":1,"surname":"X"}]' },
      { outputs },
    )
    expect(errorsIn(named)).toEqual([expect.stringContaining('heads a column of persons’ names')])
  })

  it('says that no column is one of a period', async () => {
    const none = await load(
      { 'x.csv': 'Town,2025-04\nActon,1\n' },
      { outputs: [output({ period: { headers: {}, form: 'month-name' } })] },
    )
    expect(errorsIn(none)).toEqual([expect.stringContaining('x.csv:1:1 no column is named as a period')])
  })
})
