import type { Direction } from '../measures/measure.ts'
import { periodEnd, periodStart } from '../periods/period.ts'
import type { ImpactState } from './impact-states.ts'
import type { DeliveryStatus } from './judge-milestone.ts'
import type { SuccessState } from './judge-success.ts'
import type { SuccessPoint } from './success-history.ts'

/** Fewer figures than this since a milestone was done say nothing about its effect. */
export const periodsToSeeAnEffect = 3

/**
 * What the analysis says of the measure: since the completion where the milestone is done, else of its latest
 * figure. `none` is "no evidence of real change"; `too-soon` is none so far, from too few figures to compare before and
 * after; `not-judged` is no judgement (too few points, a trending list).
 */
export type ImpactEvidence = 'improvement' | 'concern' | 'none' | 'too-soon' | 'not-judged'

export interface DeliveryImpactInput {
  delivery: DeliveryStatus
  /** the day it was done; null while it is open */
  completed: string | null
  success: SuccessState
  /** the measure's figures, by which "too early" is told */
  points: readonly SuccessPoint[]
  direction: Direction
  evidence: ImpactEvidence
  asOf: string
}

/** What happened to the measure, whatever was delivered. */
type Effect =
  | 'met'
  /** the latest figures meet it, not yet for as long as they must */
  | 'reached'
  /** kept up, missed, and met once more: not yet for as long */
  | 'met-again'
  /** kept up, and not met now */
  | 'lost'
  | 'too-early'
  | 'improving'
  | 'no-change'
  | 'worse'
  | 'not-judged'
  /** a promise for a year that is not over */
  | 'year-not-over'
  | 'unknown'
  | 'judged-by-board'
  | 'no-measure'

/** `open` stands for whichever of the open states the delivery has. */
type Row = Record<'done' | 'late', ImpactState> & { open: ImpactState | 'open' }

/** The state machine: what happened to the measure, by what was delivered. */
const stateTable: Record<Effect, Row> = {
  met: { done: 'done-measure-met', late: 'late-measure-met-anyway', open: 'open-measure-met-already' },
  reached: { done: 'done-measure-reached', late: 'late-measure-reached-anyway', open: 'open' },
  'met-again': { done: 'done-measure-met-again', late: 'late-measure-met-again', open: 'open' },
  lost: { done: 'done-measure-lost', late: 'late-measure-lost', open: 'open' },
  'too-early': { done: 'too-early-to-say', late: 'late-measure-not-judged', open: 'open' },
  improving: { done: 'done-measure-improving', late: 'late-measure-improving-anyway', open: 'open' },
  'no-change': { done: 'done-no-effect-yet', late: 'late-measure-not-improving', open: 'open' },
  worse: { done: 'done-measure-worse', late: 'late-measure-worse', open: 'open' },
  'not-judged': { done: 'done-measure-not-judged', late: 'late-measure-not-judged', open: 'open' },
  'year-not-over': { done: 'done-year-not-over', late: 'late-year-not-over', open: 'open' },
  unknown: { done: 'unknown', late: 'unknown', open: 'unknown' },
  'judged-by-board': { done: 'judged-by-board', late: 'judged-by-board', open: 'judged-by-board' },
  'no-measure': { done: 'no-measure', late: 'no-measure', open: 'no-measure' },
}

/**
 * Delivery against impact: what was delivered, and what happened to the measure, as one state. It never claims
 * that one caused the other, and never more than its evidence: "improving" needs evidence of improvement, and
 * a neutral measure is neither better nor worse.
 *
 * @example done in March, six figures since, measure not met, no evidence of change → 'done-no-effect-yet'
 */
export function judgeImpact(input: DeliveryImpactInput): ImpactState {
  const row = stateTable[effectOf(input)]
  switch (input.delivery) {
    case 'complete':
      return row.done
    case 'late':
      return row.late
    case 'on-track':
      return row.open === 'open' ? 'open-on-course' : row.open
    case 'at-risk':
      return row.open === 'open' ? 'open-at-risk' : row.open
    case 'not-started':
      return row.open === 'open' ? 'open-not-started' : row.open
  }
}

function effectOf(input: DeliveryImpactInput): Effect {
  const { success } = input
  switch (success.kind) {
    case 'none':
      return 'no-measure'
    case 'judged-by-board':
    case 'unknown':
    case 'met':
    case 'met-again':
    case 'lost':
      return success.kind
    case 'not-sustained-yet':
      return 'reached'
    case 'so-far':
      return 'year-not-over'
    case 'missed':
      return success.periods > 0 ? 'reached' : changeOf(input)
    case 'not-met':
      return changeOf(input)
  }
}

/** What may be said of a measure that is not met. */
function changeOf(input: DeliveryImpactInput): Effect {
  if (isTooEarly(input)) return 'too-early'
  switch (input.evidence) {
    case 'none':
      return 'no-change'
    case 'too-soon':
      return 'too-early'
    case 'not-judged':
      return 'not-judged'
    case 'improvement':
      return input.direction === 'neutral' ? 'not-judged' : 'improving'
    case 'concern':
      return input.direction === 'neutral' ? 'not-judged' : 'worse'
  }
}

/** Only periods that began after the completion are wholly after it. */
function isTooEarly({ delivery, completed, points, asOf }: DeliveryImpactInput): boolean {
  if (delivery !== 'complete' || completed === null) return false
  const since = points.filter(
    ({ period, value }) => value !== null && periodStart(period) > completed && periodEnd(period) <= asOf,
  )
  return since.length < periodsToSeeAnEffect
}
