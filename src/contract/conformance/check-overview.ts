import type { Kpi } from '../kpis.ts'
import type { OverviewRow } from '../overview.ts'
import { paths } from '../paths.ts'
import type { PlanReply } from '../plan.ts'
import type { Series } from '../series.ts'
import type { ApiUnderCheck } from './api-under-check.ts'
import {
  pinnedView,
  readKpis,
  readOverview,
  readPlan,
  readSeries,
  seriesRequests,
} from './edition-under-check.ts'
import { type Finding, quote } from './finding.ts'

const shared = [
  'name',
  'theme',
  'unit',
  'aggregation',
  'direction',
  'frequency',
  'decimals',
  'per',
  'numerator',
  'one',
  'many',
  'denominator',
  'owner',
  'latestPeriod',
  'due',
  'received',
] as const satisfies readonly (keyof OverviewRow & keyof Kpi)[]

interface Fault {
  path: string
  message: string
  remedy: string
}

/** The first page says what /kpis, /series and /plan say: one truth, whichever page shows it. */
export async function checkOverviewAgrees(api: ApiUnderCheck): Promise<Finding[]> {
  const view = await pinnedView(api)
  const overview = await readOverview(api, view)
  const { kpis } = await readKpis(api, view)
  const plan = await readPlan(api, view)
  const held = await readHeldSeries(api)
  const faults = [
    ...checkSameMeasures(overview.kpis, kpis),
    ...overview.kpis.flatMap((row, index) => {
      const kpi = kpis.find(({ id }) => id === row.id)
      return kpi
        ? checkRow(row, kpi, held, plan).map((fault) => ({ ...fault, path: `kpis[${index}].${fault.path}` }))
        : []
    }),
  ]
  if (overview.milestones.total !== plan.milestones.length) {
    faults.push({
      path: 'milestones.total',
      message: `is ${overview.milestones.total} where /plan lists ${plan.milestones.length}`,
      remedy: 'Count the milestones that this audience may see.',
    })
  }
  return faults.map((fault) => ({ resource: '/overview', address: paths.overview(view), ...fault }))
}

const seriesName = ({ kpi, dimension, member }: Pick<Series, 'kpi' | 'dimension' | 'member'>) =>
  `${kpi}, ${dimension} ${member}`

async function readHeldSeries(api: ApiUnderCheck): Promise<ReadonlyMap<string, Series>> {
  const held = new Map<string, Series>()
  for (const { address } of await seriesRequests(api, await pinnedView(api))) {
    for (const series of (await readSeries(api, address)).series) held.set(seriesName(series), series)
  }
  return held
}

function checkSameMeasures(rows: readonly OverviewRow[], kpis: readonly Kpi[]): Fault[] {
  const given = rows.map(({ id }) => id)
  const listed = kpis.map(({ id }) => id)
  const absent = listed.filter((id) => !given.includes(id))
  const unknown = given.filter((id) => !listed.includes(id))
  if (!absent.length && !unknown.length && given.length === listed.length) return []
  return [
    {
      path: 'kpis',
      message: `does not hold the measures of /kpis: without ${quote(absent)}, but with ${quote(unknown)}`,
      remedy: 'Send one row for each measure of the edition.',
    },
  ]
}

function checkRow(row: OverviewRow, kpi: Kpi, held: ReadonlyMap<string, Series>, plan: PlanReply): Fault[] {
  const faults: Fault[] = shared
    .filter((field) => row[field] !== kpi[field])
    .map((field) => ({
      path: field,
      message: `of ${kpi.id} is ${quote(row[field])} where /kpis says ${quote(kpi[field])}`,
      remedy: 'Say the same in both places.',
    }))
  if (row.target && !kpi.targets.some((target) => isSame(target, row.target))) {
    faults.push({
      path: 'target',
      message: `of ${kpi.id} is not among the targets of /kpis`,
      remedy: 'Send the target that holds on the day of the edition.',
    })
  }
  if (row.milestone && !plan.milestones.some((milestone) => isSame(milestone, row.milestone))) {
    faults.push({
      path: 'milestone',
      message: `${row.milestone.id} of ${kpi.id} is not as /plan has it`,
      remedy: 'Send a milestone of the plan, its fields the same.',
    })
  }
  return [...faults, ...checkRowSeries(row, kpi, held)]
}

function checkRowSeries(row: OverviewRow, kpi: Kpi, held: ReadonlyMap<string, Series>): Fault[] {
  if (kpi.aggregation === 'X' && row.series.dimension === 'borough' && row.series.points.length) {
    return [
      {
        path: 'series.dimension',
        message: `of ${kpi.id} is borough: a total of categories that overlap`,
        remedy: 'Send the category that moved most, named; never a total.',
      },
    ]
  }
  const whole = held.get(seriesName(row.series))
  const points = row.series.points
  const expected = points.length ? whole?.points.slice(-points.length) : []
  const isWhole = points.length >= Math.min(whole?.points.length ?? 0, leastPoints[kpi.frequency])
  if (isSame(points, expected) && isWhole) return []
  return [
    {
      path: 'series',
      message: `of ${seriesName(row.series)} differs from /series`,
      remedy: 'Send the last 36 months of the same series, every point the same.',
    },
  ]
}

/** 36 months, as points of each frequency; one less where a gap in the record makes a point too few. */
const leastPoints: Record<Kpi['frequency'], number> = { month: 24, quarter: 8, year: 2 }

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** The order of fields is nobody's business. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  )
}
