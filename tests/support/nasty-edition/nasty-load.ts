import { addPeriods } from '../../../src/domain/periods/period.ts'
import { seededUniform } from '../../../src/domain/statistics/seeded-numbers.ts'
import { type NastyMeasure, nastyMeasures } from './nasty-measures.ts'
import { formula, hebrew, longText, longWord, marksAndEmoji, organisation } from './nasty-names.ts'
import * as plan from './nasty-plan.ts'

type Row = readonly (string | number)[]

const lastOf = { month: '2025-09', quarter: '2025-Q2', year: 'FY2024-25' } as const

/**
 * A load of hard cases, as texts of its files: every page, export, print and size must hold what it brings. The
 * earlier of its two editions lacks the last figures and has others revised since.
 */
export function nastyLoad(edition: 'earlier' | 'later'): Record<string, string> {
  const isLater = edition === 'later'
  return {
    'organisation.json': JSON.stringify(organisation),
    'kpis.csv': csvOf(measureRows()),
    'observations.csv': csvOf([observationHead, ...observationRows(isLater)]),
    'workstreams.csv': csvOf(plan.workstreams),
    'milestones.csv': csvOf(plan.milestones),
    ...(isLater && { 'milestone-moves.csv': csvOf(plan.milestoneMoves) }),
    'trajectory.csv': csvOf(plan.trajectory),
    'interventions.csv': csvOf(plan.interventions),
    'risks.csv': csvOf(plan.risks),
    'risk-reviews.csv': csvOf(plan.riskReviews),
    'actions.csv': csvOf(plan.actions),
    'commentary.csv': csvOf(plan.commentary),
  }
}

function csvOf(rows: readonly Row[]): string {
  return rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',')).join('\n')
}

function measureRows(): Row[] {
  return [
    [
      'kpi_id',
      'name',
      'theme',
      'unit',
      'agg',
      'direction',
      'freq',
      'decimals',
      'target',
      'target_date',
      'sdc',
      'code',
      'version',
      'valid_from',
      'definition',
      'numerator',
      'denominator',
      'owner_role',
      'source',
      'due_day',
    ],
    ...[...nastyMeasures, categories].map(
      (measure): Row => [
        measure.id,
        measure.name,
        measure.theme,
        measure.unit ?? 'count',
        measure.agg ?? 'P',
        measure.direction ?? 'down',
        measure.freq ?? 'month',
        measure.decimals ?? 0,
        measure.target ?? '',
        '2026-03-31',
        measure.sdc ?? 'people',
        '',
        1,
        '2015-04-01',
        longText.slice(0, 400),
        measure.numerator ?? 'people',
        measure.denominator ?? '',
        'Head of Occupational Therapy & Reablement (interim, job share)',
        `Case system & ${longWord}`,
        5,
      ],
    ),
  ]
}

const observationHead = [
  'kpi_id',
  'period',
  'dimension',
  'member',
  'value',
  'numerator',
  'denominator',
  'n',
  'status',
  'as_at',
]

function observationRows(isLater: boolean): Row[] {
  return [
    ...nastyMeasures.flatMap((measure) => rowsOf(measure, 'borough', 'All', measure.values, isLater)),
    ...memberRows(isLater),
    ...categoryRows(isLater),
    ...comparatorRows(),
  ]
}

/** What numerator ÷ denominator is multiplied by, and a denominator that gives every value written. */
const scales: Readonly<Record<string, number>> = { percent: 100, rate: 100_000 }
const denominator = 1_000_000

function rowsOf(
  {
    id,
    unit = '',
    agg,
    freq = 'month',
    isProvisional = false,
  }: Pick<NastyMeasure, 'id' | 'unit' | 'agg' | 'freq' | 'isProvisional'>,
  dimension: string,
  member: string,
  values: NastyMeasure['values'],
  isLater: boolean,
  n: number | '' = '',
): Row[] {
  const last = lastOf[freq]
  const isNew = values.length === 1
  return values.flatMap((value, index) => {
    const fromEnd = values.length - 1 - index
    if (!isLater && fromEnd === 0 && !isNew) return []
    // every tenth figure was another one before it was revised
    const told = !isLater && typeof value === 'number' && value > 10 && index % 10 === 5 ? value + 1 : value
    return [
      [
        id,
        addPeriods(last, -fromEnd),
        dimension,
        member,
        told === null ? '[x]' : told === 'c' ? '[c]' : told,
        ...(agg === 'W' && typeof told === 'number'
          ? [Math.round((told * denominator) / (scales[unit] ?? 1)), denominator]
          : ['', '']),
        n,
        told === null ? 'missing' : told === 'c' ? 'suppressed' : isProvisional ? 'provisional' : 'final',
        isLater ? '2025-10-06' : '2025-09-08',
      ],
    ]
  })
}

/** Forty places; half of them with names that do not fit, and one that dwarfs the others. */
const places = Array.from({ length: 40 }, (_, place) => {
  const names = [
    `${longWord} ${place}`,
    `Upper & Lower Saint Michael’s-on-the-Hill, ward ${place}`,
    `${hebrew} ${place}`,
  ]
  return names[place % 6] ?? `Place ${place}`
})

function memberRows(isLater: boolean): Row[] {
  const next = seededUniform(99)
  return places.flatMap((place, index) => {
    const level = index === 7 ? 3_000 : 20 + index
    const values = Array.from({ length: 36 }, () => Math.round(level * (0.9 + 0.2 * next())))
    return rowsOf({ id: 'many-members' }, 'town', place, values, isLater)
  })
}

const categories: NastyMeasure = {
  id: 'categories',
  name: 'Enquiries by type of concern',
  theme: 'safeguarding',
  agg: 'X',
  direction: 'neutral',
  sdc: 'none',
  values: [],
}

const types = [`Neglect & acts of omission of ${longWord}`, marksAndEmoji, 'Self-neglect', hebrew, formula]

function categoryRows(isLater: boolean): Row[] {
  const next = seededUniform(7)
  return types.flatMap((type, index) => {
    const values = Array.from({ length: 36 }, () =>
      Math.round((30 + 400 * (index === 2 ? 1 : 0)) * (0.8 + 0.4 * next())),
    )
    return rowsOf(categories, 'type', type, values, isLater, 900)
  })
}

/** England a hundred times as high: another unit, or a slip of the source. */
function comparatorRows(): Row[] {
  return ['2022-09', '2023-09', '2024-09'].map((period, index) => [
    'far-comparator',
    period,
    'comparator',
    'E92000001',
    2_100 + index,
    (2_100 + index) * 10,
    denominator,
    '',
    'final',
    '2025-09-08',
  ])
}
