import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series } from '../figures/figure.ts'
import { isHedged } from '../findings/meanings.ts'
import { claimedWays } from '../interventions/claimed-ways.ts'
import { lowerFirst } from '../measures/letter-case.ts'
import { borough } from '../measures/measure.ts'
import { addPeriods, periodStart } from '../periods/period.ts'
import type { ImpactEvidence } from '../plans/delivery-impact.ts'
import type { ImpactToWord } from '../plans/impact-words.ts'
import { isMilestoneComplete } from '../plans/judge-milestone.ts'
import type { Milestone } from '../plans/plan.ts'
import { analyseControlChart } from '../spc/control-chart.ts'
import { changesOf, isPresent, type Observation } from '../spc/observation.ts'
import { runLength } from '../spc/rules.ts'
import { beganIn } from './began-in.ts'
import { chartSeries, type MeasureContext, readerOptions } from './chart-series.ts'
import { firstAfter } from './compare-changes.ts'
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

/** What can be said of a measure since a milestone was done, and of what cannot, when or why. */
export type Since = { evidence: ImpactEvidence } & Partial<
  Pick<ImpactToWord, 'comparableFrom' | 'whyNotTold'>
>

/**
 * What the analysis says of the measure: of a milestone that is done, since it was done (by the estimate of
 * before and after, or else by special cause that began since); of one that is open, of the latest figure. That nothing
 * has changed since needs as many figures as the estimate does, and limits that reach back to it.
 *
 * @param published what this audience reads of its changes: their names are told from it
 */
export function readSince(
  milestone: Milestone,
  { context, analysis, series }: JudgedMeasure,
  published: KpiAnalysis,
  asOf: string,
): Since {
  const own = analysis.series[0]
  if (!own || own.dimension !== borough.dimension) return { evidence: 'not-judged' }
  if (!isMilestoneComplete(milestone, asOf) || milestone.completed === null)
    return { evidence: latestEvidence(own) }
  const change = changeOf(analysis, milestone)
  const estimated = change ? estimatedEvidence(change, context.kpi) : null
  if (estimated) return { evidence: estimated }
  // gains of a month say nothing of a promise for the year
  if (own.byMethod?.because === 'year-to-date') return { evidence: 'not-judged' }
  const evidence =
    own.byMethod && isOfList(own.byMethod)
      ? netChangeSince(context, series, milestone.completed)
      : specialCauseSince(own, milestone.completed)
  // as this audience reads it: a verdict that is hidden from it is not told by way of a milestone
  const [shown] = published.series
  const mixed = own.byMethod && isOfList(own.byMethod) ? null : shown ? mixedInWords(shown) : null
  if (evidence === 'not-judged' && mixed) return { evidence, whyNotTold: mixed }
  if (evidence === 'not-judged' && beganBefore(own, published))
    return { evidence, whyNotTold: 'The change that its figures show began before the milestone was done.' }
  return withWhatIsNotTold(
    evidence,
    change,
    changeOf(published, milestone),
    reachOf(context, series, milestone.completed),
    context.kpi,
  )
}

/** Of what shows no evidence: whether that can be told at all yet, and from when on, or why not. */
function withWhatIsNotTold(
  evidence: ImpactEvidence,
  change: ChangeAnalysis | undefined,
  published: ChangeAnalysis | undefined,
  { startsAnew, figuresSince }: Reach,
  kpi: DescribedKpi,
): Since {
  const { estimate } = change ?? {}
  const isTooFew = estimate?.kind === 'too-few-points'
  const isTooSoon = isTooFew && estimate.before >= estimate.need
  const comparableFrom = isTooSoon && change ? addPeriods(firstAfter(change, kpi), estimate.need - 1) : null
  if (evidence !== 'none') return { evidence, comparableFrom }
  if (isTooSoon) return { evidence: 'too-soon', comparableFrom }
  // beside another event nothing is estimated, and the signs of a chart need this many to see a level that changed
  if (estimate?.kind === 'overlaps' && figuresSince < runLength && !startsAnew)
    return { evidence: 'too-soon' }
  const why =
    estimate?.kind === 'overlaps'
      ? `What came after it cannot be told from what came after ${nameOfOther(published)}.`
      : 'Limits start again after it, so figures before and after are not compared.'
  if (startsAnew) return { evidence: 'not-judged', whyNotTold: why }
  // less history than it takes does not make a firmer claim
  return isTooFew
    ? { evidence: 'not-judged', whyNotTold: 'There are too few figures before it to compare with.' }
    : { evidence }
}

interface Reach {
  /** whether limits start again after it, so that those of now do not reach back to it */
  startsAnew: boolean
  /** figures of periods that are wholly after it */
  figuresSince: number
}

function reachOf(context: MeasureContext, series: readonly Series[], completed: string): Reach {
  const whole = wholeOf(series)
  const charted = whole ? chartSeries(context, whole) : null
  const start = charted?.countsFrom ?? 0
  const period = charted?.grid.periods[start]
  const since = whole?.points.filter((one) => one.value !== null && periodStart(one.period) > completed)
  return {
    startsAnew: start > 0 && period !== undefined && periodStart(period) > completed,
    figuresSince: since?.length ?? 0,
  }
}

function changeOf({ changes }: KpiAnalysis, { id }: Pick<Milestone, 'id'>): ChangeAnalysis | undefined {
  return changes.find((change) => change.source === 'milestone' && change.id === id)
}

/** A milestone that is for officers only has no name in what is published. */
function nameOfOther(published: ChangeAnalysis | undefined): string {
  return published?.estimate.kind === 'overlaps' ? `‘${published.estimate.with}’` : 'another change'
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
  const start = periods.findIndex((period) => periodStart(period) > completed)
  const since = start < 0 ? [] : points.slice(start).map(({ type }) => type)
  const improves = since.includes('special_cause_improvement')
  const worsens = since.includes('special_cause_concern')
  if (improves === worsens) return improves ? 'not-judged' : 'none'
  const way = improves ? 'improvement' : 'concern'
  return standsThatWay(values, start - 1, charted.improvement === 'increase' ? 1 : -1, way) ? way : 'none'
}

/** A month that jumped says nothing of a list that stands, after it, on the other side of where it stood before. */
function standsThatWay(
  values: readonly Observation[],
  before: number,
  good: 1 | -1,
  way: 'improvement' | 'concern',
): boolean {
  const [was, is] = [values.slice(0, before + 1).findLast(isPresent), values.findLast(isPresent)]
  if (!isPresent(was ?? null) || !isPresent(is ?? null)) return true
  return ((is ?? 0) - (was ?? 0)) * good * (way === 'improvement' ? 1 : -1) > 0
}

/** Null where nothing was estimated, or level and direction point opposite ways. */
function estimatedEvidence({ estimate }: ChangeAnalysis, { direction }: DescribedKpi): ImpactEvidence | null {
  const ways = claimedWays(estimate)
  if (!ways || direction === 'neutral') return null
  const good = direction === 'up' ? 1 : -1
  const claims = [ways.level, ways.slope].filter((way) => way !== 0).map((way) => way * good)
  if (claims.length === 0) return 'none'
  if (claims.every((claim) => claim > 0)) return 'improvement'
  return claims.every((claim) => claim < 0) ? 'concern' : null
}

/** Whether figures speak one way, as this audience reads too, and did before what is asked of. */
function beganBefore(own: SeriesAnalysis, { series: [shown] }: KpiAnalysis): boolean {
  const latest = latestEvidence(own)
  return (latest === 'improvement' || latest === 'concern') && shown?.variation === own.variation
}

/** Null where the latest figure speaks one way. */
function mixedInWords({ meaning }: SeriesAnalysis): string | null {
  return meaning && isHedged(meaning.kind) ? `By its latest figure it is ${lowerFirst(meaning.words)}.` : null
}

function latestEvidence({ variation, meaning }: SeriesAnalysis): ImpactEvidence {
  if (meaning && isHedged(meaning.kind)) return 'not-judged'
  if (meaning?.kind === 'improvement' || meaning?.kind === 'concern') return meaning.kind
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
  const first = own.byMethod ? own.byMethod.since : beganIn(own)
  return first && periodStart(first) > completed ? latest : 'not-judged'
}
