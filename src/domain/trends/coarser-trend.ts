import { coarserMeasure } from '../analysis/coarser-measure.ts'
import { seriesOfCoarser } from '../analysis/coarser-points.ts'
import type { CoarserAnalysis } from '../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { ExhibitTable } from '../exhibits/exhibit.ts'
import type { Plan } from '../plans/plan.ts'
import { buildTrend, type TrendModel } from './trend.ts'
import { trendTables } from './trend-tables.ts'

const nothingPlanned: Plan = {
  workstreams: [],
  milestones: [],
  trajectories: [],
  interventions: [],
  risks: [],
}

/** Quarters of a measure as a trend of their own: no chart holds both months and quarters. */
export function buildCoarserTrend(
  kpi: DescribedKpi,
  coarser: CoarserAnalysis,
  plan: Pick<Plan, 'interventions'>,
  asOf: string,
): TrendModel | null {
  return buildTrend({
    kpi: coarserMeasure(kpi, coarser.span),
    series: seriesOfCoarser(kpi.id, coarser),
    isWhole: true,
    comparators: [],
    plan: { ...nothingPlanned, interventions: plan.interventions },
    analysis: coarser.analysis,
    change: null,
    asOf,
    search: { range: 'all' },
    layers: ['limits', 'interventions'],
  })
}

/** The same figures as a table, for files; none where there are none. */
export function coarserTables(
  kpi: DescribedKpi,
  coarser: CoarserAnalysis | null | undefined,
  plan: Pick<Plan, 'interventions'>,
  asOf: string,
): ExhibitTable[] {
  const model = coarser ? buildCoarserTrend(kpi, coarser, plan, asOf) : null
  if (!coarser || !model) return []
  const own = coarserMeasure(kpi, coarser.span)
  const { points } = model
  return trendTables(own, { points, fan: { ...model.fan, points: [] } }).map((table) => ({
    ...table,
    title: own.name,
  }))
}
