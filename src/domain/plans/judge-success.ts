import type { Frequency } from '../periods/period.ts'
import { periodEnd } from '../periods/period.ts'
import { isMilestoneComplete } from './judge-milestone.ts'
import type { Milestone } from './plan.ts'
import { readRunningTotal, type YearSoFar, yearOf, yearOfPromise } from './running-total.ts'
import {
  answerOf,
  type DatedFigure,
  type DateOutcome,
  datedFigure,
  type KeptRun,
  type Lately,
  type Run,
  type SuccessPoint,
  tellSuccess,
  whyCut,
} from './success-history.ts'
import {
  distanceFromSuccess,
  type MeasurableSuccess,
  periodsToKeep,
  type SuccessMeasure,
} from './success-measure.ts'

export interface SuccessContext {
  frequency: Frequency
  /** whether a figure of the measure is overdue (editions/holdings.ts): the latest is then not the latest */
  isOverdue: boolean
  /** the day from which a success that did not last is told; see successCountsFrom */
  countsFrom: string
  /** whether figures add up from April and start again: what is promised of them is promised of the year */
  isYearToDate?: boolean
}

/** What went before: told whatever stands now, so that a missed date is never passed over. */
interface Told {
  date: DateOutcome
  /** each time that it was kept up and ended, oldest first */
  kept: readonly KeptRun[]
}

interface Now extends Told {
  latest: DatedFigure
  /** figures in a row that count as kept up */
  needed: number
}

/** It is not met now. */
interface Off extends Now {
  /** too high where above 0, too low where below */
  distance: number
  /** how many figures meet it all the same, now and then */
  lately: Lately
}

export type SuccessState =
  | { kind: 'none' }
  | { kind: 'judged-by-board'; text: string }
  | ConditionState
  /** of figures that add up through the year: neither met nor missed before it is over */
  | ({
      kind: 'so-far'
      /** short of the promise for the year, below 0; beyond it already, above 0 */
      distance: number
    } & YearSoFar &
      Told)

type ConditionState =
  | ({
      kind: 'unknown'
      /** what the latest figure does, where that much can be told */
      latestMeets: boolean | null
      /**
       * `rounded`: rounding hides on which side a figure lies; `partly-shown`: what is rounded or withheld hides for
       * how long it was kept
       */
      reason: 'overdue' | 'missing' | 'suppressed' | 'no-figures' | 'rounded' | 'partly-shown'
      /** that of the figure which leaves it open: the latest that was heard of, or one before it */
      period: string | null
    } & Told)
  | ({
      kind: 'met'
      /** the first of the figures in a row that meet it, up to the latest */
      since: string
      periods: number
      /** how many of them are provisional, where without these the run would be too short; else 0 */
      provisional: number
      /** what hides whether the figure before the first of them meets it too; left out where that one misses it */
      cutBy?: 'suppressed' | 'rounded'
    } & Now)
  /** it had been kept up before, missed, and is met once more: not yet for as long */
  | ({ kind: 'met-again'; since: string; periods: number } & Now)
  | ({ kind: 'not-sustained-yet'; since: string; periods: number } & Now)
  | ({ kind: 'not-met' } & Off)
  /** kept up as long as it must, and not met now */
  | ({ kind: 'lost' } & Off)
  /** the month that was set has passed without it, and it has not been kept up since */
  | ({
      kind: 'missed'
      /** figures in a row, up to the latest, that meet it after all; fewer than needed */
      periods: number
    } & Off)

/**
 * The day from which a lost success counts. A list that happened to be short years before the promise was not a
 * success of the promise: of one that is done, only runs that last to the completion are told. What is not done yet is
 * held to the figures all along: those of the last year count, and those since the date first promised.
 */
export function successCountsFrom(
  milestone: Pick<Milestone, 'completed' | 'baselineDue'>,
  asOf: string,
): string {
  if (isMilestoneComplete(milestone, asOf) && milestone.completed !== null) return milestone.completed
  const lastYear = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`
  return milestone.baselineDue < lastYear ? milestone.baselineDue : lastYear
}

/**
 * Whether a measure of success is met as of a day, from the figures of periods that are over by then, with what
 * became of its date and whether it was ever kept up.
 *
 * Kept up means figures in a row, each present and each meeting it: a missing or withheld one breaks the run.
 * Values are compared unrounded. Without a latest figure what stands now is unknown; what went before is told.
 *
 * @example '<= 450 for 3 months', figures 440, 445, 430 → met; 440, none, 430 → not sustained yet, 1 of 3;
 * 440, 440, 440, 460, 430 → met again
 */
export function judgeSuccess(
  measure: SuccessMeasure,
  points: readonly SuccessPoint[],
  asOf: string,
  context: SuccessContext,
): SuccessState {
  switch (measure.kind) {
    case 'none':
      return { kind: 'none' }
    case 'text':
      return { kind: 'judged-by-board', text: measure.text }
    case 'condition': {
      const over = points.filter(({ period }) => periodEnd(period) <= asOf)
      return context.isYearToDate
        ? judgeRunningTotal(measure, over, asOf, context)
        : judgeCondition(measure, over, asOf, context)
    }
  }
}

/** By one figure a year; while a year is not over, by how far it has come. */
function judgeRunningTotal(
  measure: MeasurableSuccess,
  points: readonly SuccessPoint[],
  asOf: string,
  context: SuccessContext,
): SuccessState {
  const { years, soFar, isOpen } = readRunningTotal(measure, points)
  const judged = judgeCondition(yearOfPromise(measure), years, asOf, { ...context, frequency: 'year' })
  const date = dateOfPromise(judged.date, measure, asOf)
  const told = { date, kept: judged.kept }
  const last = points.at(-1)
  if (judged.kind === 'unknown' && context.isOverdue) return { ...judged, date }
  if (isOpen && last && isHidden(measure, last)) return hiddenAt(last, told)
  if (soFar) {
    return {
      kind: 'so-far',
      ...soFar,
      distance: distanceFromSuccess(measure.condition, soFar.latest.value),
      ...told,
    }
  }
  if (isOpen && last)
    return {
      kind: 'unknown',
      latestMeets: null,
      reason: whyUnknown(last, false),
      period: last.period,
      ...told,
    }
  if (judged.kind !== 'met' && last && measure.by !== null)
    return sinceItsMonth(judged, measure, points, asOf, context)
  return { ...judged, date }
}

/**
 * A year that is promised by June is judged by its June: what the months since have brought is told as what stands now,
 * of that year alone. What another year came to is nothing that stands now.
 *
 * @example at least 47 by Jun 2025; 23 in June, 48 in September → its date missed, and met by Sep 2025; 36 in
 * September → its date missed, and not met by Sep 2025, whatever the year before came to
 */
function sinceItsMonth(
  judged: ConditionState,
  measure: MeasurableSuccess,
  points: readonly SuccessPoint[],
  asOf: string,
  context: SuccessContext,
): SuccessState {
  const { kept } = judged
  const told = { date: dateOfPromise(judged.date, measure, asOf), kept }
  const last = points.at(-1)
  if (last?.value == null)
    return {
      kind: 'unknown',
      latestMeets: null,
      reason: whyUnknown(last, false),
      period: last?.period ?? null,
      ...told,
    }
  const undated = { ...measure, by: null }
  const { years, isOpen, soFar } = readRunningTotal(undated, points)
  if (isOpen) {
    if (isHidden(measure, last)) return hiddenAt(last, told)
    const distance = distanceFromSuccess(measure.condition, last.value)
    // within what was promised, and it may yet leave it: its year closes in March
    if (distance === 0)
      return soFar ? { kind: 'so-far', ...soFar, distance, ...told } : { ...judged, ...told }
    return 'distance' in judged
      ? { ...judged, latest: datedFigure({ ...last, at: last.period }, last.value), distance, ...told }
      : { ...judged, ...told }
  }
  const now = judgeCondition(yearOfPromise(undated), years, asOf, { ...context, frequency: 'year' })
  // of this year alone: by the month that counts the others may have been missed
  return now.kind === 'met'
    ? { ...now, since: yearOf(last.period), periods: 1, ...told }
    : { ...judged, ...told }
}

function isHidden({ condition }: MeasurableSuccess, point: SuccessPoint): boolean {
  return answerOf(condition, point) === 'hidden'
}

/** What stands now cannot be told of a rounded figure that may lie on either side. */
function hiddenAt({ period }: SuccessPoint, told: Told): ConditionState {
  return { kind: 'unknown', latestMeets: null, reason: 'rounded', period, ...told }
}

/** By the month that was promised, which need not be the one with which its year ends. */
function dateOfPromise(date: DateOutcome, { by }: MeasurableSuccess, asOf: string): DateOutcome {
  if (by === null || date.kind === 'none') return date
  return date.kind === 'ahead' && periodEnd(by) <= asOf ? { kind: 'awaited', by } : { ...date, by }
}

function judgeCondition(
  measure: MeasurableSuccess,
  points: readonly SuccessPoint[],
  asOf: string,
  { frequency, isOverdue, countsFrom }: SuccessContext,
): ConditionState {
  const needed = periodsToKeep(measure.sustainedMonths, frequency)
  const { date, kept, current, lately } = tellSuccess({
    measure,
    points,
    frequency,
    needed,
    countsFrom,
    asOf,
  })
  const last = points.at(-1)
  if (isOverdue || !last || last.value === null) {
    const reason = whyUnknown(last, isOverdue)
    return { kind: 'unknown', latestMeets: null, reason, period: last?.period ?? null, date, kept }
  }
  const hidden = hiddenByRounding(measure, points, current, needed)
  if (hidden) {
    const latestMeets = current ? true : null
    return { kind: 'unknown', latestMeets, reason: 'rounded', period: hidden.period, date, kept }
  }
  const latest = datedFigure(last, last.value)
  const now = { latest, needed, date, kept }
  if (current && current.length >= needed) {
    const { from: since, length: periods, finalLength } = current
    const cutBy = whyCut(measure.condition, points, since)
    const provisional = finalLength < needed ? periods - finalLength : 0
    return { kind: 'met', since, periods, provisional, ...now, ...(cutBy ? { cutBy } : {}) }
  }
  const off = { ...now, distance: distanceFromSuccess(measure.condition, last.value), lately }
  if (kept.length > 0) {
    return current
      ? { kind: 'met-again', since: current.from, periods: current.length, ...now }
      : { kind: 'lost', ...off }
  }
  if (date.kind === 'missed') return { kind: 'missed', periods: current?.length ?? 0, ...off }
  return current
    ? { kind: 'not-sustained-yet', since: current.from, periods: current.length, ...now }
    : { kind: 'not-met', ...off }
}

/** The latest figure, or one before a run that is too short by itself, where it may lie on either side. */
function hiddenByRounding(
  { condition }: MeasurableSuccess,
  points: readonly SuccessPoint[],
  current: Run | null,
  needed: number,
): SuccessPoint | null {
  const length = current?.length ?? 0
  const decisive = length >= needed ? undefined : points.at(-1 - length)
  return decisive !== undefined && answerOf(condition, decisive) === 'hidden' ? decisive : null
}

function whyUnknown(
  last: SuccessPoint | undefined,
  isOverdue: boolean,
): Extract<SuccessState, { kind: 'unknown' }>['reason'] {
  if (isOverdue) return 'overdue'
  if (!last) return 'no-figures'
  return last.availability === 'suppressed' ? 'suppressed' : 'missing'
}
