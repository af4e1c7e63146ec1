import { figuresBehind } from '../disclosure/figures-behind.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { isOverdue } from '../editions/holdings.ts'
import type { Series } from '../figures/figure.ts'
import { countOf } from '../measures/format.ts'
import { judgeImpact } from '../plans/delivery-impact.ts'
import { impactInWords } from '../plans/impact-words.ts'
import { isMilestoneComplete, judgeMilestone } from '../plans/judge-milestone.ts'
import { judgeSuccess, type SuccessState, successCountsFrom } from '../plans/judge-success.ts'
import type { Milestone } from '../plans/plan.ts'
import { answerOf, isDateMissed, type SuccessPoint } from '../plans/success-history.ts'
import {
  describeSuccessMeasure,
  parseSuccessMeasure,
  type SuccessMeasure,
  valuesBeside,
} from '../plans/success-measure.ts'
import { describeSuccess } from '../plans/success-words.ts'
import { chartSeries } from './chart-series.ts'
import type { MilestoneImpact } from './edition-analysis.ts'
import { type JudgedMeasure, readSince, wholeOf } from './impact-evidence.ts'
import { tellableChance } from './one-verdict/align-ahead.ts'
import { alignSuccess } from './one-verdict/align-success.ts'
import { withWithheldPlaced } from './one-verdict/withheld-placed.ts'
import { chanceOfSuccess } from './series-ahead.ts'
import { accumulatesThroughYear, gridOf } from './series-grid.ts'

/** A measure with what is computed of it, for the milestones that are linked to it. */
export interface AnalysedMeasure extends JudgedMeasure {
  /** the same as it was received, where what is published is rounded: what is told holds of both */
  received: JudgedMeasure | null
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
  const whole = measure && wholeOf(measure.series)
  // verdicts are everybody's: of a figure that is published rounded, what the one received shows
  const judged = measure?.received ?? measure
  const kpi = measure?.context.kpi
  const written = parseSuccessMeasure(milestone.successMeasure)
  const promised: SuccessMeasure =
    written.kind === 'condition' && !whole ? { kind: 'text', text: milestone.successMeasure ?? '' } : written
  const points = whole && measure ? pointsToTell(measure, whole) : []
  // rounding can make figures look as if they added up
  const counted = judged && wholeOf(judged.series)
  const grid = counted ? gridOf(counted) : null
  const isYearToDate = grid !== null && accumulatesThroughYear(grid)
  const success = successToTell(milestone, promised, points, measure, asOf, isYearToDate)
  const since =
    judged && measure
      ? readSince(milestone, judged, measure.analysis, asOf)
      : { evidence: 'not-judged' as const }
  const state = judgeImpact({
    delivery: judgeMilestone(milestone, asOf).delivery,
    completed: isMilestoneComplete(milestone, asOf) ? milestone.completed : null,
    success,
    points,
    direction: kpi?.direction ?? 'neutral',
    evidence: since.evidence,
    asOf,
  })
  const isAsked = success.kind !== 'met' && !(measure?.received && success.kind === 'unknown')
  const asked = judged && isAsked ? chanceOfPromise(milestone, promised, judged) : null
  const placed =
    asked && measure?.received && whole
      ? withheldPlaced(measure.received, whole).map((one) => chanceOfPromise(milestone, promised, one))
      : []
  const ahead = {
    chanceByDate: measure?.received
      ? chanceToTell(
          asked?.chance ?? null,
          placed.map((one) => one?.chance ?? null),
        )
      : (asked?.chance ?? null),
    sustain: asked?.sustain ?? null,
  }
  // of the figures shown, wherever withheld ones are: how many in a row meet it already decides
  const isTooLate =
    asked?.isTooLate === true &&
    ahead.chanceByDate !== null &&
    placed.every((one) => one === null || one.isTooLate)
  const tooLateFor = isTooLate && asked && kpi ? countOf(asked.sustain, kpi.frequency) : null
  return {
    milestone: milestone.id,
    state,
    promise: kpi && promised.kind !== 'none' ? describeSuccessMeasure(promised, kpi) : promisedText(promised),
    success: success.kind,
    successSentence: kpi
      ? describeSuccess(success, ofYears(kpi, isYearToDate, success))
      : withoutMeasure(success),
    sentence: impactInWords({
      ...since,
      state,
      success: success.kind,
      latestMeets: success.kind === 'unknown' ? success.latestMeets : null,
      chance: ahead.chanceByDate,
      tooLateFor,
    }).sentence,
    ...('date' in success && isDateMissed(success.date) ? { isDateMissed: true } : {}),
    ...ahead,
  }
}

function successToTell(
  milestone: Milestone,
  promised: SuccessMeasure,
  points: readonly SuccessPoint[],
  measure: AnalysedMeasure | undefined,
  asOf: string,
  isYearToDate: boolean,
): SuccessState {
  const context = {
    frequency: measure?.context.kpi.frequency ?? 'month',
    isYearToDate,
    isOverdue: measure ? isOverdue(measure.context.kpi, asOf) : false,
    countsFrom: successCountsFrom(milestone, asOf),
  }
  const own = judgeSuccess(promised, points, asOf, context)
  const behind = measure?.received && wholeOf(measure.received.series)
  if (!behind) return own
  // what rounding leaves open is asked both ways first, so that what is kept back says nothing of what was received
  return [...resolved(promised, points), behind.points].reduce(
    (told, one) =>
      alignSuccess(told, judgeSuccess(promised, one, asOf, context), points.at(-1)?.period ?? null),
    own,
  )
}

/** The same figures where all that rounding hides meet what was promised, and where none does; none where it hides none. */
function resolved(promised: SuccessMeasure, points: readonly SuccessPoint[]): SuccessPoint[][] {
  if (promised.kind !== 'condition') return []
  const { condition } = promised
  if (!points.some((point) => answerOf(condition, point) === 'hidden')) return []
  const [meeting, beyond] = valuesBeside(condition)
  return [meeting, beyond].map((value) =>
    points.map((point) =>
      answerOf(condition, point) === 'hidden' ? { ...point, value, behind: [] } : point,
    ),
  )
}

function pointsToTell({ context: { kpi }, received }: AnalysedMeasure, whole: Series): SuccessPoint[] {
  if (!received || !wholeOf(received.series)) return whole.points
  return whole.points.map((point) => ({ ...point, behind: figuresBehind(kpi, point.value) }))
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

/** The same measure, wherever the withheld figures of its whole are; none where none is withheld. */
function withheldPlaced(received: JudgedMeasure, published: Series): JudgedMeasure[] {
  const whole = wholeOf(received.series)
  const placed = whole ? withWithheldPlaced(received.context.kpi.unit, whole, published) : []
  return placed.map((series) => ({ ...received, series: [series] }))
}

/** The chance of a promise as officers read it, where it is told alike wherever withheld figures are; else none. */
function chanceToTell(exact: number | null, placed: readonly (number | null)[]): number | null {
  const told = tellableChance(exact)
  return placed.every((chance) => tellableChance(chance) === told) ? told : null
}

/** The chance of having kept the promise by its date: the month that was set, or the day the milestone is due. */
function chanceOfPromise(
  milestone: Milestone,
  promised: SuccessMeasure,
  { context, series }: JudgedMeasure,
): ReturnType<typeof chanceOfSuccess> {
  const whole = wholeOf(series)
  const charted = promised.kind === 'condition' && whole ? chartSeries(context, whole) : null
  return charted && promised.kind === 'condition'
    ? chanceOfSuccess(context, charted, { ...promised, date: promised.by ?? milestone.currentDue })
    : null
}
