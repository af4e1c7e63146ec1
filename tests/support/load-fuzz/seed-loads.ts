import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { buildDemoPublications } from '../../../src/demo/demonstration.ts'
import type { Figure } from '../../../src/domain/figures/figure.ts'
import { nothingStanding, type Standing } from '../../../src/ingest/standing.ts'
import { aLoad, figureHeader, kpiHeader, organisationFile } from '../a-load.ts'
import { wholeLoad } from '../load-files.ts'
import { hasSharedFiles, sharedFile } from '../shared.ts'
import { standingOn } from '../standing-on.ts'

export type Table = readonly (readonly string[])[]

/** A sound load that is then changed in one place. */
export interface SeedLoad {
  name: string
  /** files beside the one that is changed, as texts */
  texts: Readonly<Record<string, string>>
  /** the file that is changed, without its ending */
  file: string
  /** its rows, the first of them the header */
  table: Table
  headerRows: number
  /** what the mapping says of that file; null where it is of the contract */
  mapped: object | null
  /** whether its rows are figures by themselves: rows that are combined, and files of the plan, are none */
  isByRow: boolean
  standing: Standing
}

const tableOf = (text: string): string[][] => parse(text, { relax_column_count: true })

const kpis = [
  `${kpiHeader},per`,
  'count,Count,waiting,count,P,down,month,0,,,people,,1,2005-04-01,',
  'flow,Flow,waiting,count,S,neutral,month,0,,,people,,1,2005-04-01,',
  'yearly,Yearly,safeguarding,count,S,neutral,year,0,,,people,,1,2005-04-01,',
  'share,Share,waiting,percent,W,up,month,2,,,none,,1,2005-04-01,',
  'yearly-share,Yearly share,waiting,percent,W,up,year,1,,,none,,1,2005-04-01,',
  'days,Days,waiting,days,M,down,month,2,,,none,,1,2005-04-01,',
].join('\n')
const withKpis = { ...organisationFile, 'kpis.csv': kpis }

/** An output of a mapping; what is given besides replaces what it says. */
const output = (kpi: string, more: object) => ({
  kpi,
  dimension: 'borough',
  member: 'All',
  period: { column: 'month', form: 'date' },
  asAt: 'period-end',
  ...more,
})

interface Mapped {
  name: string
  file: string
  table: Table
  outputs: readonly object[]
  more?: object
  headerRows?: number
  isByRow?: boolean
}

function mappedLoad({ name, file, table, outputs, more, headerRows = 1, isByRow = true }: Mapped): SeedLoad {
  const heads = headerRows === 1 ? {} : { headerRows }
  return {
    name,
    texts: withKpis,
    file,
    table,
    headerRows,
    mapped: { ...more, ...heads, outputs },
    isByRow,
    standing: nothingStanding,
  }
}

/** Extracts as councils make them, by mappings. */
const inventedLoads: readonly SeedLoad[] = [
  mappedLoad({
    name: 'a column to each town',
    file: 'by-town',
    table: tableOf(
      'Month,Acton,Ealing,Café Ward,Extracted,Remark\n01/04/2025,12,*,7,06/05/2025,a\n01/05/2025,13,22,-,06/06/2025,é\n01/06/2025,"1,215",25,9,06/07/2025,a\n01/07/2025,15,24,11 (p),06/08/2025,b\n',
    ),
    more: {
      suppressed: ['*'],
      missing: ['-'],
      provisional: ['(p)'],
      numbers: { thousands: ',' },
    },
    outputs: [
      output('count', {
        dimension: 'town',
        member: undefined,
        period: { column: 'Month', form: 'day-first-date' },
        columns: ['Acton', 'Ealing', 'Café Ward'].map((column) => ({ column, member: column })),
      }),
    ],
  }),
  mappedLoad({
    name: 'months as columns',
    file: 'wide',
    table: tableOf('Town,Notes,Apr-25,May-25,Jun-25\nActon,,4,5,8\nHanwell,x,[c],7,6\nGreenford,,12,0,5\n'),
    outputs: [
      output('count', {
        dimension: 'town',
        member: { column: 'Town' },
        period: { headers: {}, form: 'month-name' },
      }),
    ],
  }),
  mappedLoad({
    name: 'two header rows',
    file: 'two',
    headerRows: 2,
    table: tableOf(
      'Town,Apr 2025,,May 2025,\n,Waiting,Started,Waiting,Started\nActon,4,1,5,2\nHanwell,14,11,15,12\n',
    ),
    outputs: [
      output('count', {
        dimension: 'town',
        member: { column: 'Town' },
        period: { headers: { before: ' Waiting' }, form: 'month-name' },
      }),
    ],
  }),
  mappedLoad({
    name: 'rows that are added up',
    file: 'weeks',
    isByRow: false,
    table: tableOf(
      'Week,Team,Within,Assessed\n07/04/2025,A,3,4\n07/04/2025,B,5,9\n14/04/2025,A,2,2\n12/05/2025,B,6,7\n19/05/2025,A,1,3\n',
    ),
    outputs: [
      output('share', {
        period: {
          column: 'Week',
          form: 'day-first-date',
          week: { written: 'first-day', counted: 'last-day' },
        },
        value: { divide: ['Within', 'Assessed'], scale: 100 },
        combine: { rows: 'sum' },
      }),
    ],
  }),
]

const demonstrationMeasures = new Set(['ot-waiting', 'care-act-within-28'])
const demonstrationDimensions = new Set(['borough', 'town'])
const demonstrationKpis = [
  kpiHeader,
  'ot-waiting,Waiting for OT,waiting,count,P,down,month,0,150,2026-03-31,people,,1,2022-04-01',
  'care-act-within-28,Within 28 days,waiting,percent,W,up,month,1,80,,people,,1,2022-04-01',
].join('\n')

function demonstrationRow(figure: Figure): string[] {
  const { kpi, period, dimension, member, value, numerator, denominator, n, availability } = figure
  const marks = { present: String(value), suppressed: '[c]', missing: '[x]' }
  const counts = [numerator, denominator, n].map((count) => (count === null ? '' : String(count)))
  const status = figure.provisional ? 'provisional' : 'final'
  return [kpi, period, dimension, member, marks[availability], ...counts, status, figure.asAt]
}

/** The demonstration's last month but one as a first load, and its last month upon it. */
async function demonstrationLoads(): Promise<SeedLoad[]> {
  const tables = buildDemoPublications()
    .slice(-2)
    .map(({ figures }) => [
      figureHeader.split(','),
      ...[...figures]
        .filter(
          ({ kpi, dimension }) => demonstrationMeasures.has(kpi) && demonstrationDimensions.has(dimension),
        )
        .slice(0, 60)
        .map(demonstrationRow),
    ])
  const [before = [], last = []] = tables
  const texts = { ...organisationFile, 'kpis.csv': demonstrationKpis }
  const common = { texts, file: 'observations', headerRows: 1, mapped: null, isByRow: true }
  const observations = before.map((row) => row.join(',')).join('\n')
  const standing = await standingOn(await aLoad({ ...texts, 'observations.csv': observations }))
  return [
    { ...common, name: 'the demonstration', table: before, standing: nothingStanding },
    { ...common, name: 'the demonstration, upon what stands', texts: {}, table: last, standing },
  ]
}

/** Each file of definitions and of the plan. */
const plannedLoads: readonly SeedLoad[] = Object.keys(wholeLoad)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({
    name: `a whole load, by its ${name}`,
    texts: Object.fromEntries(Object.entries(wholeLoad).filter(([other]) => other !== name)),
    file: name.slice(0, -4),
    table: tableOf(wholeLoad[name] ?? ''),
    headerRows: 1,
    mapped: null,
    isByRow: name === 'observations.csv',
    standing: nothingStanding,
  }))

/** Some rows of a published file, read in place. */
function realTable(name: string, from: number, rows: number): string[][] {
  const [header = [], ...all] = tableOf(readFileSync(sharedFile(`${name}.csv`), 'utf8'))
  return [header, ...all.slice(from, from + rows)]
}

function realLoads(): SeedLoad[] {
  const value = (column: string, scale?: number) => ({
    value: scale ? { column, scale } : { column },
  })
  const inYears = (kpi: string, column: string) =>
    output(kpi, { ...value(column), period: { column: 'financial_year', form: 'financial-year' } })
  const given: Omit<Mapped, 'name'>[] = [
    {
      file: 'dtoc_delayed_days_ealing_monthly',
      table: realTable('dtoc_delayed_days_ealing_monthly', 0, 40),
      outputs: [
        output('flow', value('total_delayed_days')),
        output('flow', {
          dimension: 'responsible',
          member: undefined,
          columns: [
            { column: 'resp_nhs_days', member: 'NHS' },
            { column: 'resp_social_care_days', member: 'Social care' },
          ],
        }),
      ],
    },
    {
      file: 'nhs_rtt_england_monthly',
      table: realTable('nhs_rtt_england_monthly', 100, 40),
      outputs: [
        output('days', value('incomplete_median_wait_weeks', 7)),
        output('share', value('incomplete_share_within_18_weeks', 100)),
        output('flow', value('new_rtt_periods')),
      ],
    },
    {
      file: 'safeguarding_england_annual',
      table: realTable('safeguarding_england_annual', 0, 10),
      outputs: [inYears('yearly', 'concerns')],
    },
    {
      file: 'dols_england_annual',
      table: realTable('dols_england_annual', 0, 12),
      outputs: [inYears('yearly', 'applications_received')],
    },
    {
      file: 'nhs_referrals_monthly',
      table: realTable('nhs_referrals_monthly', 0, 64),
      outputs: [output('flow', value('referrals'))],
    },
    {
      file: 'ascof_2020_21_with_counts',
      table: realTable('ascof_2020_21_with_counts', 0, 30),
      outputs: [
        output('yearly-share', {
          ...value('outcome'),
          dimension: 'comparator',
          member: { column: 'ons_code' },
          period: { constant: '2020-21', form: 'financial-year' },
          filters: [
            { column: 'disaggregation', oneOf: ['Total'] },
            { column: 'measure_code', oneOf: ['1C(1A)'] },
          ],
        }),
      ],
    },
  ]
  return given.map((one) => mappedLoad({ ...one, name: `published ${one.file}` }))
}

/** Every load that is changed; the published files where they lie beside the repository. */
export async function seedLoads(): Promise<SeedLoad[]> {
  return [
    ...(await demonstrationLoads()),
    ...inventedLoads,
    ...plannedLoads,
    ...(hasSharedFiles ? realLoads() : []),
  ]
}
