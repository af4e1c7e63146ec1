import type { QueryClient } from '@tanstack/react-query'
import { analysisQuery } from '../../../api/analysis.ts'
import { kpisQuery } from '../../../api/kpis.ts'
import { planQuery } from '../../../api/plan.ts'
import { seriesQuery } from '../../../api/series.ts'
import type { PinnedView } from '../../../api/view.ts'
import type {
  ChangeAnalysis,
  MilestoneImpact,
  SeriesAnalysis,
} from '../../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../../domain/editions/describe-kpi.ts'
import type { Series } from '../../../domain/figures/figure.ts'
import { borough, comparatorDimension } from '../../../domain/measures/measure.ts'
import type { Plan } from '../../../domain/plans/plan.ts'
import { type Breakdown, chooseBreakdown } from '../../../domain/trends/parts/choose-breakdown.ts'
import type { KpiSearch } from '../measure-search.ts'
import { partAnalysisQuery } from '../parts/part-analysis.ts'

/** Everything that one trend is drawn and worded from. */
export interface TrendReadings {
  kpi: DescribedKpi
  breakdown: Breakdown
  isWhole: boolean
  series: Series
  comparators: readonly Series[]
  /** with delivery against impact, where the API brings it */
  plan: Plan & { impacts?: readonly MilestoneImpact[] | undefined }
  /** null where what the figures mean could not be worked out */
  analysis: SeriesAnalysis | null
  changes: readonly ChangeAnalysis[]
}

/**
 * Reads what the page of a measure reads, through the same cache.
 * @throws Error where the edition holds no such measure, or the address names no part of it that can be drawn
 */
export async function readTrend(
  view: PinnedView,
  kpiId: string,
  search: KpiSearch,
  asOf: string,
  queries: QueryClient,
): Promise<TrendReadings> {
  const [{ kpis }, plan] = await Promise.all([
    queries.ensureQueryData(kpisQuery(view)),
    queries.ensureQueryData(planQuery(view)),
  ])
  const kpi = kpis.find(({ id }) => id === kpiId)
  if (!kpi) throw new Error(`This edition holds no measure “${kpiId}” for this audience.`)
  const breakdown = chooseBreakdown(kpi, search)
  if (breakdown.notice) throw new Error(breakdown.notice)
  const { drawn } = breakdown
  if (!drawn) throw new Error(`${kpi.name} has no total to draw: choose one of its categories.`)

  const { series: figures } = await queries.ensureQueryData(
    seriesQuery(view, { kpi: kpi.id, dimension: drawn.dimension }),
  )
  const isWhole = drawn.dimension === borough.dimension
  const series = figures.find(
    ({ dimension, member }) => dimension === drawn.dimension && member === drawn.member,
  ) ?? { kpi: kpi.id, dimension: drawn.dimension, member: drawn.member, points: [] }
  const brought = await queries.ensureQueryData(analysisQuery(view, kpi.id))
  const stored = brought?.series.find(
    ({ dimension, member }) => dimension === drawn.dimension && member === drawn.member,
  )
  const analysis =
    stored ?? (await queries.ensureQueryData(partAnalysisQuery(view, { kpi, series, plan, asOf })))
  const hasComparators = isWhole && kpi.dimensions.some(({ id }) => id === comparatorDimension)
  const comparators = hasComparators
    ? (await queries.ensureQueryData(seriesQuery(view, { kpi: kpi.id, dimension: comparatorDimension })))
        .series
    : []
  return {
    kpi,
    breakdown,
    isWhole,
    series,
    comparators,
    plan,
    analysis,
    changes: isWhole ? (brought?.changes ?? []) : [],
  }
}
