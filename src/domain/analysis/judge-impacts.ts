import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { isOverdue } from '../editions/holdings.ts'
import type { Series } from '../figures/figure.ts'
import { borough } from '../measures/measure.ts'
import { addPeriods, periodStart } from '../periods/period.ts'
import { type ImpactEvidence, judgeImpact } from '../plans/delivery-impact.ts'
import { type ImpactToWord, impactInWords } from '../plans/impact-words.ts'
import { isMilestoneComplete, judgeMilestone } from '../plans/judge-milestone.ts'
import { judgeSuccess, type SuccessState, successCountsFrom } from '../plans/judge-success.ts'
import type { Milestone } from '../plans/plan.ts'
import { roundingMargin } from '../plans/rounding-margin.ts'
import { describeSuccessMeasure, parseSuccessMeasure, type SuccessMeasure } from '../plans/success-measure.ts'
import { describeSuccess } from '../plans/success-words.ts'
import { analyseControlChart } from '../spc/control-chart.ts'
import { changesOf } from '../spc/observation.ts'
import { chartSeries, type MeasureContext, readerOptions } from './chart-series.ts'
import type { ChangeAnalysis, KpiAnalysis, MilestoneImpact, SeriesAnalysis } from './edition-analysis.ts'
import { chanceOfSuccess } from './series-ahead.ts'
import { accumulatesThroughYear, gridOf, partOf } from './series-grid.ts'

/** A measure with what is computed of it, for the milestones that are linked to it. */
export interface AnalysedMeasure {
  context: MeasureContext
  series: readonly Series[]
  analysis: KpiAnalysis
}

/**
 * Delivery against impact of every milestone, in the order of the plan. A milestone linked to no measure, or to
 * one of categories, has nothing that figures could decide.
 */
export function judgeImpacts(
  milestones: readonly Milestone[],
  measures: ReadonlyMap<string, AnalysedMeasure>,
  asOf: string,
): MilestoneImpact[] {
  return milestones.map((milestone) => {
    const measure = milestone.kpi === null ? undefined : measures.get(milestone.kpi)
    return judgeOne(milestone, measure, asOf)
  })
}

function judgeOne(milestone: Milestone, measure: AnalysedMeasure | undefined, asOf: string): MilestoneImpact {
  const whole = measure?.series.find(({ dimension }) => dimension === borough.dimension)
  const kpi = measure?.context.kpi
  const written = parseSuccessMeasure(milestone.successMeasure)
  const promised: SuccessMeasure =
    written.kind === 'condition' && !whole ? { kind: 'text', text: milestone.successMeasure ?? '' } : written
  const points = whole?.points ?? []
  const isRounded = measure?.context.isRounded ?? false
  const told =
    isRounded && kpi ? points.map((point) => ({ ...point, margin: roundingMargin(kpi.unit, point) })) : points
  const grid = whole ? gridOf(whole) : null
  const isYearToDate = grid !== null && accumulatesThroughYear(grid)
  const success = judgeSuccess(promised, told, asOf, {
    frequency: kpi?.frequency ?? 'month',
    isYearToDate,
    isOverdue: kpi ? isOverdue(kpi, asOf) : false,
    countsFrom: successCountsFrom(milestone, asOf),
  })
  const since = measure ? readSince(milestone, measure, asOf) : { evidence: 'not-judged' as const }
  const state = judgeImpact({
    delivery: judgeMilestone(milestone, asOf).delivery,
    completed: isMilestoneComplete(milestone, asOf) ? milestone.completed : null,
    success,
    points,
    direction: kpi?.direction ?? 'neutral',
    evidence: since.evidence,
    asOf,
  })
  const ahead =
    measure && whole && success.kind !== 'met'
      ? chanceOfPromise(milestone, promised, measure.context, whole)
      : { chanceByDate: null, sustain: null }
  return {
    milestone: milestone.id,
    state,
    promise: kpi && promised.kind !== 'none' ? describeSuccessMeasure(promised, kpi) : promisedText(promised),
    success: success.kind,
    successSentence: kpi
      ? describeSuccess(success, ofYears(kpi, isYearToDate, success))
      : withoutMeasure(success),
    sentence: impactInWords({ ...since, state, success: success.kind, chance: ahead.chanceByDate }).sentence,
    ...ahead,
  }
}

/** What adds up through the year was judged by its years, but for one that is not over. */
function ofYears(kpi: DescribedKpi, isYearToDate: boolean, { kind }: SuccessState): DescribedKpi {
  return isYearToDate && kind !== 'so-far' ? { ...kpi, frequency: 'year' } : kpi
}

function promisedText(promised: SuccessMeasure): string | null {
  return promised.kind === 'text' ? promised.text : null
}

function withoutMeasure(success: SuccessState): string {
  return success.kind === 'judged-by-board'
    ? `Judged by the board: ${success.text.replace(/\.$/, '')}.`
    : 'No measure of success was set.'
}

/** What can be said of a measure since a milestone was done, and of what cannot, when or why. */
type Since = { evidence: ImpactEvidence } & Partial<Pick<ImpactToWord, 'comparableFrom' | 'whyNotTold'>>

/**
 * What the analysis says of the measure: of a milestone that is done, since it was done (by the estimate of
 * before and after, or else by special cause that began since); of one that is open, of the latest figure. That nothing
 * has changed since needs as many figures as the estimate does, and limits that reach back to it.
 */
function readSince(milestone: Milestone, measure: AnalysedMeasure, asOf: string): Since {
  const { context, analysis, series } = measure
  const own = analysis.series[0]
  if (!own || own.dimension !== borough.dimension) return { evidence: 'not-judged' }
  if (!isMilestoneComplete(milestone, asOf) || milestone.completed === null)
    return { evidence: latestEvidence(own) }
  const change = analysis.changes.find(({ source, id }) => source === 'milestone' && id === milestone.id)
  const estimated = change ? estimatedEvidence(change, context.kpi) : null
  if (estimated) return { evidence: estimated }
  // gains of a month say nothing of a promise for the year
  if (own.byMethod?.because === 'year-to-date') return { evidence: 'not-judged' }
  const evidence =
    own.byMethod && isOfList(own.byMethod)
      ? netChangeSince(context, series, milestone.completed)
      : specialCauseSince(own, milestone.completed)
  return withWhatIsNotTold(evidence, change, startsAnewAfter(context, series, milestone.completed))
}

/** Of what shows no evidence: whether that can be told at all yet, and from when on, or why not. */
function withWhatIsNotTold(
  evidence: ImpactEvidence,
  change: ChangeAnalysis | undefined,
  startsAnew: boolean,
): Since {
  const { estimate } = change ?? {}
  const isTooSoon = estimate?.kind === 'too-few-points' && estimate.before >= estimate.need
  const comparableFrom = isTooSoon && change ? addPeriods(change.period, estimate.need - 1) : null
  if (evidence !== 'none') return { evidence, comparableFrom }
  if (isTooSoon) return { evidence: 'too-soon', comparableFrom }
  const why =
    estimate?.kind === 'overlaps'
      ? `What came after it cannot be told from what came after ‘${estimate.with}’.`
      : 'Limits start again after it, so figures before and after are not compared.'
  return startsAnew ? { evidence: 'not-judged', whyNotTold: why } : { evidence }
}

/** Whether limits start again after a day, so that those of now do not reach back to it. */
function startsAnewAfter(context: MeasureContext, series: readonly Series[], completed: string): boolean {
  const whole = series.find(({ dimension }) => dimension === borough.dimension)
  const charted = whole ? chartSeries(context, whole) : null
  const start = charted?.chart.segments.at(-1)?.start ?? 0
  const period = charted?.grid.periods[start]
  return start > 0 && period !== undefined && periodStart(period) > completed
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
  const whole = series.find(({ dimension }) => dimension === borough.dimension)
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

/** The chance of having kept the promise by its date: the month that was set, or the day the milestone is due. */
function chanceOfPromise(
  milestone: Milestone,
  promised: SuccessMeasure,
  context: MeasureContext,
  whole: Series,
): Pick<MilestoneImpact, 'chanceByDate' | 'sustain'> {
  const charted = promised.kind === 'condition' ? chartSeries(context, whole) : null
  const asked =
    charted && promised.kind === 'condition'
      ? chanceOfSuccess(context, charted, { ...promised, date: promised.by ?? milestone.currentDue })
      : null
  return { chanceByDate: asked?.chance ?? null, sustain: asked?.sustain ?? null }
}
