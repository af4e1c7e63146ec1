import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series } from '../figures/figure.ts'
import { borough } from '../measures/measure.ts'
import { periodStart } from '../periods/period.ts'
import type { ImpactEvidence } from '../plans/delivery-impact.ts'
import { isMilestoneComplete } from '../plans/judge-milestone.ts'
import type { Milestone } from '../plans/plan.ts'
import { analyseControlChart } from '../spc/control-chart.ts'
import { changesOf } from '../spc/observation.ts'
import { chartSeries, type MeasureContext, readerOptions } from './chart-series.ts'
import type { ChangeAnalysis, KpiAnalysis, SeriesAnalysis } from './edition-analysis.ts'
import { partOf } from './series-grid.ts'

/** A measure, and what is computed of its figures. */
export interface JudgedMeasure {
  context: MeasureContext
  series: readonly Series[]
  analysis: KpiAnalysis
}

/** Milestones are promises of the whole organisation. */
export function wholeOf(series: readonly Series[]): Series | undefined {
  return series.find(({ dimension }) => dimension === borough.dimension)
}

/**
 * What the analysis says of the measure: of a milestone that is done, since it was done (by the estimate of
 * before and after, or else by special cause that began since); of one that is open, of the latest figure.
 */
export function evidenceOf(
  milestone: Milestone,
  { context, analysis, series }: JudgedMeasure,
  asOf: string,
): ImpactEvidence {
  const own = analysis.series[0]
  if (!own || own.dimension !== borough.dimension) return 'not-judged'
  if (!isMilestoneComplete(milestone, asOf) || milestone.completed === null) return latestEvidence(own)
  const change = analysis.changes.find(({ source, id }) => source === 'milestone' && id === milestone.id)
  const estimated = change ? estimatedEvidence(change, context.kpi) : null
  if (estimated) return estimated
  // gains of a month say nothing of a promise for the year
  if (own.byMethod?.because === 'year-to-date') return 'not-judged'
  return own.byMethod && isOfList(own.byMethod)
    ? netChangeSince(context, series, milestone.completed)
    : specialCauseSince(own, milestone.completed)
}

function isOfList({ because }: NonNullable<SeriesAnalysis['byMethod']>): boolean {
  return because === 'trending-stock' || because === 'carries-over'
}

/**
 * A list is not judged by limits, but what it gains or loses in a month is: special cause among
 * those net changes since a day, one way only.
 */
function netChangeSince(
  context: MeasureContext,
  series: readonly Series[],
  completed: string,
): ImpactEvidence {
  const whole = wholeOf(series)
  const charted = whole ? chartSeries(context, whole) : null
  if (!charted) return 'not-judged'
  const { periods, values } = partOf(charted.grid, charted.chart.segments.at(-1)?.start ?? 0)
  const { points } = analyseControlChart(
    {
      values: changesOf(values),
      improvementDirection: charted.improvement,
      target: null,
      rebaseAt: [],
      fixAfterNPoints: null,
    },
    readerOptions,
  )
  const since = points.filter((_, row) => periodStart(periods[row] ?? '') > completed).map(({ type }) => type)
  const improves = since.includes('special_cause_improvement')
  const worsens = since.includes('special_cause_concern')
  if (improves === worsens) return improves ? 'not-judged' : 'none'
  return improves ? 'improvement' : 'concern'
}

/** Null where nothing was estimated, or level and direction point opposite ways. */
function estimatedEvidence({ estimate }: ChangeAnalysis, { direction }: DescribedKpi): ImpactEvidence | null {
  if (estimate.kind !== 'estimated' || direction === 'neutral') return null
  const good = direction === 'up' ? 1 : -1
  const claims = [estimate.level, estimate.slope]
    .filter(({ isClaimed }) => isClaimed)
    .map(({ size }) => Math.sign(size) * good)
  if (claims.length === 0) return 'none'
  if (claims.every((claim) => claim > 0)) return 'improvement'
  return claims.every((claim) => claim < 0) ? 'concern' : null
}

function latestEvidence({ variation }: SeriesAnalysis): ImpactEvidence {
  switch (variation) {
    case 'common_cause':
      return 'none'
    case 'special_cause_improvement':
      return 'improvement'
    case 'special_cause_concern':
      return 'concern'
    case 'special_cause_neutral_high':
    case 'special_cause_neutral_low':
    case null:
      return 'not-judged'
  }
}

/** Special cause that was there before the milestone was done says nothing of what came after it. */
function specialCauseSince(own: SeriesAnalysis, completed: string): ImpactEvidence {
  const latest = latestEvidence(own)
  if (latest === 'none' || latest === 'not-judged') return latest
  const start = own.special.findLastIndex(({ type }) => type !== own.variation) + 1
  const first = own.byMethod ? own.byMethod.since : own.special[start]?.period
  return first && periodStart(first) > completed ? latest : 'not-judged'
}
