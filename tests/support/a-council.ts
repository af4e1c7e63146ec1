import type { Publication } from '../../src/domain/editions/publication.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import type { KpiDefinition } from '../../src/domain/measures/measure.ts'
import { addPeriods, type Frequency } from '../../src/domain/periods/period.ts'
import { seededUniform } from '../../src/domain/statistics/seeded-numbers.ts'
import { aMilestone } from './a-milestone.ts'

/**
 * An invented council whose figures nobody has looked at: lists, flows, shares, medians, quarters, figures that add up
 * through the year and categories, each of a temper of its own. The same seed gives the same council.
 */
export function aCouncil(seed: number): Publication {
  const random = seededUniform(1_000 + seed)
  const measures = kinds.map((kind) => kind(random))
  return {
    label: 'September 2025',
    publishedAt: '2025-10-13T08:00:00.000Z',
    dataAsAt: '2025-10-06',
    note: null,
    kpis: measures.map(({ kpi }) => kpi),
    members: [],
    figures: measures.flatMap(({ kpi, points }) => points.map((point) => figureOf(kpi.id, point))),
    workstreams: [{ id: 'WS1', name: 'Waiting well', sponsorRole: 'Lead', board: 'Board' }],
    ...planOf(measures, seededUniform(9_000 + seed)),
    interventions: [],
    risks: [],
  }
}

/**
 * A path through every measure that is to go one way, and two promises of it: one by a month that is past, of what was
 * done a year ago, and one to come. All lie close to the figures, where rounding can hide on which side they are.
 */
function planOf(
  measures: readonly Measure[],
  random: Random,
): Pick<Publication, 'milestones' | 'trajectories'> {
  const planned = measures.flatMap(({ kpi, points }) => {
    const values = points.flatMap(({ value }) => value ?? [])
    const latest = values.at(-1)
    if (kpi.direction === 'neutral' || kpi.aggregation === 'X' || latest === undefined) return []
    const near = (value: number) => Math.round(value * (0.95 + 0.1 * random()))
    const sign = kpi.direction === 'up' ? '>=' : '<='
    const promise = { kpi: kpi.id, workstream: 'WS1', release: 'public' } as const
    return [
      {
        path: {
          kpi: kpi.id,
          approvedBy: 'Board',
          points: [
            { period: '2024-04', planned: near(values.at(-12) ?? latest) },
            { period: '2026-03', planned: near(latest) },
          ],
        },
        milestones: [
          aMilestone({
            ...promise,
            id: `${kpi.id}-done`,
            successMeasure: `${sign} ${near(latest)} for 3 months by 2025-06`,
            baselineDue: '2025-03-31',
            currentDue: '2025-03-31',
            completed: '2025-03-31',
            status: 'blue',
          }),
          aMilestone({
            ...promise,
            id: `${kpi.id}-open`,
            successMeasure: `${sign} ${near(latest)}`,
            baselineDue: '2026-01-31',
            currentDue: '2026-01-31',
          }),
        ],
      },
    ]
  })
  return {
    trajectories: planned
      .filter(({ path }) => path.kpi !== 'quarterly' && path.kpi !== 'yearly')
      .map(({ path }) => path),
    milestones: planned.flatMap(({ milestones }) => milestones),
  }
}

type Random = () => number
type Point = Partial<Figure> & { period: string }
interface Measure {
  kpi: KpiDefinition
  points: Point[]
}

const kinds: readonly ((random: Random) => Measure)[] = [
  (random) => countsOf(random, 'list', { aggregation: 'P', direction: 'down' }, listOf(random)),
  (random) => countsOf(random, 'people', { aggregation: 'D', direction: 'up' }, listOf(random)),
  (random) => countsOf(random, 'flow', { aggregation: 'S', direction: 'neutral' }, flowOf(random, 120)),
  (random) => countsOf(random, 'few', { aggregation: 'S', direction: 'down' }, flowOf(random, 9)),
  (random) => shareOf(random, 'share', 'month', 40 + Math.floor(random() * 20)),
  (random) => shareOf(random, 'quarterly', 'quarter', 6 + Math.floor(random() * 8)),
  (random) => shareOf(random, 'yearly', 'year', 2 + Math.floor(random() * 4)),
  (random) => medianOf(random),
  (random) => countsOf(random, 'added', { aggregation: 'S', direction: 'up' }, addedUp(flowOf(random, 14))),
  (random) => categoriesOf(random),
]

const latestOf: Record<Frequency, string> = { month: '2025-09', quarter: '2025-Q2', year: 'FY2024-25' }

function definition(id: string, changes: Partial<KpiDefinition>): KpiDefinition {
  return {
    id,
    name: `Measure of ${id}`,
    theme: 'waiting',
    unit: 'count',
    aggregation: 'P',
    direction: 'down',
    frequency: 'month',
    decimals: 0,
    per: null,
    definition: 'An invented measure.',
    numerator: 'people counted',
    one: 'person',
    many: 'people',
    denominator: null,
    owner: 'Lead',
    source: 'Invented',
    code: null,
    sdc: 'people',
    version: 1,
    validFrom: '2020-04-01',
    dueDay: null,
    targets: [],
    ...changes,
  }
}

function figureOf(kpi: string, point: Point): Figure {
  return {
    kpi,
    dimension: 'borough',
    member: 'All',
    value: null,
    numerator: null,
    denominator: null,
    n: null,
    availability: (point.value ?? null) === null ? 'missing' : 'present',
    provisional: false,
    asAt: '2025-10-06',
    ...point,
  }
}

/** About normal, of mean 0 and standard deviation 1. */
function normalOf(random: Random): number {
  return random() + random() + random() + random() + random() + random() - 3 + (random() - 0.5) * 1.4
}

/** Level, stepped, drifting or turned: what happens to a series besides noise, in standard deviations. */
function temperOf(random: Random, length: number): (row: number) => number {
  const since = length - 1 - Math.floor(random() * 14)
  const size = (random() - 0.5) * 6
  const slope = (random() - 0.5) * 0.4
  const kind = Math.floor(random() * 5)
  return (row) => {
    if (kind === 1) return row >= since ? size : 0
    if (kind === 2) return slope * row
    if (kind === 3) return slope * (row < since ? row : 2 * since - row)
    if (kind === 4) return row === length - 1 ? 1.6 * size : 0
    return 0
  }
}

function listOf(random: Random): number[] {
  const length = 20 + Math.floor(random() * 30)
  const spread = 2 + random() * 14
  const temper = temperOf(random, length)
  let held = 150 + random() * 500
  return Array.from({ length }, (_, row) => {
    held += spread * (normalOf(random) + temper(row) - temper(row - 1))
    return Math.max(0, Math.round(held))
  })
}

function flowOf(random: Random, about: number): number[] {
  const length = 20 + Math.floor(random() * 30)
  const mean = about * (0.4 + random())
  const spread = Math.sqrt(mean) * (1 + random())
  const temper = temperOf(random, length)
  return Array.from({ length }, (_, row) =>
    Math.max(0, Math.round(mean + spread * (normalOf(random) + temper(row)))),
  )
}

function periodsOf(frequency: Frequency, length: number): string[] {
  return Array.from({ length }, (_, row) => addPeriods(latestOf[frequency], row + 1 - length))
}

/** Adds up from April to March. */
function addedUp(flow: readonly number[]): number[] {
  const periods = periodsOf('month', flow.length)
  let total = 0
  return flow.map((added, row) => {
    total = periods[row]?.endsWith('-04') ? added : total + added
    return total
  })
}

function countsOf(
  random: Random,
  id: string,
  changes: Partial<KpiDefinition>,
  values: readonly number[],
): Measure {
  const target = Math.round((values.at(-1) ?? 0) * (0.7 + 0.6 * random()))
  const periods = periodsOf('month', values.length)
  const missing = random() < 0.3 ? Math.floor(random() * values.length) : -1
  return {
    kpi: definition(id, { ...changes, targets: changes.direction === 'neutral' ? [] : [targetOf(target)] }),
    points: periods.map((period, row) => ({ period, value: row === missing ? null : (values[row] ?? null) })),
  }
}

function targetOf(value: number): KpiDefinition['targets'][number] {
  return { from: '2024-04', value, lower: null, upper: null, by: '2026-03-31', setBy: 'Board' }
}

function shareOf(random: Random, id: string, frequency: Frequency, length: number): Measure {
  const size = 25 + random() * 300
  const rate = 0.1 + random() * 0.85
  const temper = temperOf(random, length)
  const points = periodsOf(frequency, length).map((period, row) => {
    const denominator = Math.round(size * (0.8 + 0.4 * random()))
    const spread = Math.sqrt((rate * (1 - rate)) / denominator)
    const share = Math.min(1, Math.max(0, rate + spread * (normalOf(random) + temper(row))))
    const numerator = Math.round(denominator * share)
    return { period, numerator, denominator, value: (100 * numerator) / denominator }
  })
  return {
    kpi: definition(id, {
      unit: 'percent',
      aggregation: 'W',
      direction: 'up',
      frequency,
      denominator: 'people',
      targets: [targetOf(Math.round(100 * Math.min(1, rate + 0.05)))],
    }),
    points,
  }
}

function medianOf(random: Random): Measure {
  const length = 16 + Math.floor(random() * 30)
  const temper = temperOf(random, length)
  const cases = 4 + Math.floor(random() * 60)
  const points = periodsOf('month', length).map((period, row) => ({
    period,
    n: Math.max(1, Math.round(cases * (0.7 + 0.6 * random()))),
    value: Math.max(1, Math.round(45 + 6 * (normalOf(random) + temper(row)))),
  }))
  return { kpi: definition('median', { unit: 'days', aggregation: 'M', targets: [targetOf(40)] }), points }
}

function categoriesOf(random: Random): Measure {
  const cases = 60 + Math.floor(random() * 60)
  const points = ['One', 'Two', 'Three'].flatMap((member, index) => {
    const temper = temperOf(random, 36)
    const mean = cases * ([0.5, 0.2, 0.04][index] ?? 0)
    return periodsOf('month', 36).map((period, row) => ({
      period,
      dimension: 'type',
      member,
      n: cases,
      value: Math.min(
        cases,
        Math.max(0, Math.round(mean + Math.sqrt(mean) * (normalOf(random) + temper(row)))),
      ),
    }))
  })
  return { kpi: definition('types', { aggregation: 'X', direction: 'neutral' }), points }
}
