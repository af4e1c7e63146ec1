import type { Availability } from '../figures/figure.ts'
import {
  addPeriods,
  type Frequency,
  lastMonthOf,
  periodContaining,
  periodEnd,
  periodRange,
} from '../periods/period.ts'
import { isMilestoneComplete } from './judge-milestone.ts'
import type { Milestone } from './plan.ts'
import {
  distanceFromSuccess,
  type MeasurableSuccess,
  periodsToSustain,
  type SuccessCondition,
  type SuccessMeasure,
} from './success-measure.ts'

export interface SuccessPoint {
  period: string
  value: number | null
  provisional: boolean
  availability: Availability
}

export interface SuccessContext {
  frequency: Frequency
  /** whether a figure of the measure is overdue (editions/holdings.ts): the latest is then not the latest */
  isOverdue: boolean
  /** the day from which a success that did not last is told; see successCountsFrom */
  countsFrom: string
}

export interface LatestFigure {
  period: string
  value: number
  provisional: boolean
}

export type SuccessState =
  | { kind: 'none' }
  | { kind: 'judged-by-board'; text: string }
  | {
      kind: 'unknown'
      reason: 'overdue' | 'missing' | 'suppressed' | 'no-figures'
      /** the latest period that was heard of */
      period: string | null
    }
  | {
      kind: 'met'
      /** the first of the figures in a row that meet it, up to the latest */
      since: string
      periods: number
      needed: number
      latest: LatestFigure
      /** whether it was reached by the month that was set */
      timing: 'no-date' | 'in-time' | 'late'
      /** without its provisional figures the run would be too short */
      restsOnProvisional: boolean
      by: string | null
    }
  | {
      kind: 'not-sustained-yet'
      since: string
      periods: number
      needed: number
      latest: LatestFigure
      deadline: Deadline
      by: string | null
    }
  | {
      kind: 'not-met'
      latest: LatestFigure
      /** too high where above 0, too low where below */
      distance: number
      deadline: Deadline
      by: string | null
    }
  | { kind: 'lost'; from: string; until: string; latest: LatestFigure; distance: number }
  | {
      /** the month that was set has passed without it, and it is not met now */
      kind: 'missed'
      by: string
      latest: LatestFigure
      distance: number
      /** figures in a row, up to the latest, that meet it after all; fewer than needed */
      periods: number
      needed: number
    }

/**
 * `none`: no month was set, or it was reached in time once; `awaited`: the month has passed and its figure has
 * not come; `unjudged`: a figure that it needs is missing.
 */
type Deadline = 'none' | 'ahead' | 'awaited' | 'unjudged'

/**
 * The day from which a lost success counts. A list that happened to be short years before the promise was not a
 * success of the promise: only runs that last to the completion, or to the date first promised, are told.
 */
export function successCountsFrom(
  milestone: Pick<Milestone, 'completed' | 'baselineDue'>,
  asOf: string,
): string {
  return isMilestoneComplete(milestone, asOf) && milestone.completed !== null
    ? milestone.completed
    : milestone.baselineDue
}

/**
 * Whether a measure of success is met as of a day, from the figures of periods that are over by then.
 *
 * Sustained means figures in a row, each present and each meeting it: a missing or withheld one breaks the run.
 * Values are compared unrounded. Without a latest figure the answer is unknown, whatever stood before.
 *
 * @example '<= 450 for 3 months', figures 440, 445, 430 → met; 440, none, 430 → not sustained yet, 1 of 3
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
    case 'condition':
      return judgeCondition(
        measure,
        points.filter(({ period }) => periodEnd(period) <= asOf),
        asOf,
        context,
      )
  }
}

function judgeCondition(
  measure: MeasurableSuccess,
  points: readonly SuccessPoint[],
  asOf: string,
  { frequency, isOverdue, countsFrom }: SuccessContext,
): SuccessState {
  const last = points.at(-1)
  if (isOverdue || !last || last.value === null) return whyUnknown(last, isOverdue)
  const { condition, by } = measure
  const latest = { period: last.period, value: last.value, provisional: last.provisional }
  const distance = distanceFromSuccess(condition, last.value)
  const needed = periodsToSustain(measure.sustainedMonths, frequency)
  const dueIn = by === null ? null : lastPeriodBy(frequency, by)
  const runs = runsOfSuccess(condition, points)
  const current = runs.at(-1)?.to === last.period ? runs.at(-1) : undefined
  const sustained = runs.filter(
    (run) => run.length >= needed && (run === current || periodEnd(run.to) >= countsFrom),
  )
  const [firstSustained] = sustained
  const lastSustained = sustained.at(-1)
  if (current && firstSustained && lastSustained === current) {
    const reached = addPeriods(firstSustained.from, needed - 1)
    const timing = dueIn === null ? 'no-date' : reached <= dueIn ? 'in-time' : 'late'
    const restsOnProvisional = current.finalLength < needed
    const { from: since, length: periods } = current
    return { kind: 'met', since, periods, needed, latest, timing, restsOnProvisional, by }
  }
  if (lastSustained && !current) {
    return { kind: 'lost', from: lastSustained.from, until: lastSustained.to, latest, distance }
  }
  const periods = current?.length ?? 0
  if (by !== null && dueIn !== null && !lastSustained && failedAt(dueIn, needed, condition, points)) {
    return { kind: 'missed', by, latest, distance, periods, needed }
  }
  const deadline = lastSustained ? 'none' : deadlineOf(dueIn, last.period, asOf)
  return current
    ? { kind: 'not-sustained-yet', since: current.from, periods, needed, latest, deadline, by }
    : { kind: 'not-met', latest, distance, deadline, by }
}

function whyUnknown(last: SuccessPoint | undefined, isOverdue: boolean): SuccessState {
  const period = last?.period ?? null
  if (isOverdue) return { kind: 'unknown', reason: 'overdue', period }
  if (!last) return { kind: 'unknown', reason: 'no-figures', period }
  return { kind: 'unknown', reason: last.availability === 'suppressed' ? 'suppressed' : 'missing', period }
}

interface Run {
  from: string
  to: string
  length: number
  /** how long it is without the provisional figures at its end */
  finalLength: number
}

/** The figures in a row that meet a condition, oldest first. */
function runsOfSuccess(condition: SuccessCondition, points: readonly SuccessPoint[]): Run[] {
  const runs: Run[] = []
  for (const { period, value, provisional } of points) {
    if (value === null || distanceFromSuccess(condition, value) !== 0) continue
    const run = runs.at(-1)
    if (run && addPeriods(run.to, 1) === period) {
      const isFinalSoFar = run.finalLength === run.length
      run.to = period
      run.length += 1
      if (isFinalSoFar && !provisional) run.finalLength = run.length
    } else {
      runs.push({ from: period, to: period, length: 1, finalLength: provisional ? 0 : 1 })
    }
  }
  return runs
}

/** The last period that is over with a month: a quarter counts once its last month does. */
function lastPeriodBy(frequency: Frequency, month: string): string {
  const period = periodContaining(frequency, month)
  return lastMonthOf(period) <= month ? period : addPeriods(period, -1)
}

/** Whether a figure that the date needed was there and did not meet it: a gap alone proves no failure. */
function failedAt(
  dueIn: string,
  needed: number,
  condition: SuccessCondition,
  points: readonly SuccessPoint[],
): boolean {
  const due = new Set(periodRange(addPeriods(dueIn, 1 - needed), dueIn))
  const isOver = points.some(({ period }) => period >= dueIn)
  return (
    isOver &&
    points.some(
      ({ period, value }) => due.has(period) && value !== null && distanceFromSuccess(condition, value) !== 0,
    )
  )
}

function deadlineOf(dueIn: string | null, latest: string, asOf: string): Deadline {
  if (dueIn === null) return 'none'
  if (dueIn <= latest) return 'unjudged'
  return periodEnd(dueIn) <= asOf ? 'awaited' : 'ahead'
}
