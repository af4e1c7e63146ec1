import type { Availability } from '../figures/figure.ts'
import {
  addPeriods,
  type Frequency,
  lastMonthOf,
  periodContaining,
  periodEnd,
  periodRange,
  periodsInMonths,
} from '../periods/period.ts'
import { distanceFromSuccess, type MeasurableSuccess, type SuccessCondition } from './success-measure.ts'

export interface SuccessPoint {
  period: string
  value: number | null
  provisional: boolean
  availability: Availability
  /** how far the true figure can be from this one where it is rounded for the public; 0 or left out where it is not */
  margin?: number
}

export interface DatedFigure {
  period: string
  value: number
  provisional: boolean
}

/** Figures in a row that meet a condition. */
export interface Run {
  from: string
  to: string
  length: number
  /** how long it is without the provisional figures at its end */
  finalLength: number
}

/** What became of the month by which success was promised. */
export type DateOutcome =
  | { kind: 'none' }
  /** `awaited`: the month has passed and its figure has not come */
  | { kind: 'ahead' | 'awaited'; by: string }
  /** a figure that tells is missing or withheld, or rounding hides on which side it lies */
  | { kind: 'unjudged'; by: string; reason: 'missing' | 'suppressed' | 'rounded' }
  | { kind: 'met'; by: string }
  /** its own figure met it, and so few in a row that it may be chance; `isOver`: the next one did not */
  | { kind: 'not-kept'; by: string; periods: number; isOver: boolean }
  /** with the figure that shows it, and how many in a row met it by then */
  | { kind: 'missed'; by: string; figure: DatedFigure; distance: number; periods: number }

/** How a success that had been kept up came to an end, and for how long. */
export interface KeptRun {
  from: string
  until: string
  periods: number
  /** the first period after it, and what stood there: a figure that misses, or none */
  endedIn: string
  endedBy: 'missed' | 'absent'
}

export interface HistoryInput {
  measure: MeasurableSuccess
  /** of periods that are over, oldest first; at least one */
  points: readonly SuccessPoint[]
  frequency: Frequency
  /** figures in a row that count as kept up */
  needed: number
  /** runs that ended before this day are told of nothing */
  countsFrom: string
  asOf: string
}

export interface SuccessHistory {
  date: DateOutcome
  /** each time that it was kept up as long as it must and ended, oldest first */
  kept: readonly KeptRun[]
  /** the figures in a row up to the latest that meet it */
  current: Run | null
  /** of the figures since a missed date, or else of those of the last year, how many meet it */
  lately: { met: number; of: number; since: 'date' | 'year' }
}

/**
 * What became of a promise, in the order of time: its date, each time that it was kept up, and the run of now. One
 * figure alone is no success, whatever it holds: it may be chance (`needed` is told by success-measure.ts).
 *
 * @example at most 300 by December; 323 in December, 296 in April, 309 since → date missed, never kept, no run
 */
export function tellSuccess(input: HistoryInput): SuccessHistory {
  const { measure, points, needed, countsFrom } = input
  const last = points.at(-1)?.period
  const runs = runsOfSuccess(measure.condition, points)
  const current = runs.find(({ to }) => to === last) ?? null
  const kept = runs.filter(
    (run) => run !== current && run.length >= needed && periodEnd(run.to) >= countsFrom,
  )
  const isKeptNow = current !== null && current.length >= needed
  const date = outcomeOfDate(input, runs, isKeptNow ? [...kept, current] : kept)
  return { date, kept: kept.map((run) => endOf(run, points)), current, lately: countLately(input, date) }
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

function endOf({ from, to, length }: Run, points: readonly SuccessPoint[]): KeptRun {
  const endedIn = addPeriods(to, 1)
  const next = points.find(({ period }) => period === endedIn)
  return { from, until: to, periods: length, endedIn, endedBy: next?.value == null ? 'absent' : 'missed' }
}

function outcomeOfDate(
  { measure, points, frequency, needed, countsFrom, asOf }: HistoryInput,
  runs: readonly Run[],
  sustained: readonly Run[],
): DateOutcome {
  const { by, condition } = measure
  const last = points.at(-1)
  if (by === null) return { kind: 'none' }
  const dueIn = lastPeriodBy(frequency, by)
  if (!last || dueIn > last.period) return { kind: periodEnd(dueIn) <= asOf ? 'awaited' : 'ahead', by }
  // what was promised to last must have lasted by then; what was not, must stand then, and be kept up after
  const neededByThen = measure.sustainedMonths > 1 ? needed : 1
  if (sustained.some((run) => addPeriods(run.from, neededByThen - 1) <= dueIn)) return { kind: 'met', by }
  const atDate = runs.find(({ from, to }) => from <= dueIn && dueIn <= to)
  if (atDate && neededByThen === 1) {
    return { kind: 'not-kept', by, periods: atDate.length, isOver: atDate.to !== last.period }
  }
  const window = windowUpTo(dueIn, neededByThen, points)
  const failed = failuresIn(window, condition)
  const figure = failed.at(-1)
  // a miss that rounding can have made is none that may be told
  const isProved = failed.some(
    ({ value, margin = 0 }) => Math.abs(distanceFromSuccess(condition, value)) > margin,
  )
  if (figure && !isProved) return { kind: 'unjudged', by, reason: 'rounded' }
  // a gap in an earlier stretch may hide that it was reached in time; before the first figure nothing is hidden
  const couldHaveBeen = points.some(
    ({ period }, row) =>
      row >= needed - 1 &&
      period < dueIn &&
      periodEnd(period) >= countsFrom &&
      failuresIn(windowUpTo(period, needed, points), condition).length === 0,
  )
  if (!figure || couldHaveBeen) {
    const isWithheld = points.some(
      ({ period, availability }) => period <= dueIn && availability === 'suppressed',
    )
    return { kind: 'unjudged', by, reason: isWithheld ? 'suppressed' : 'missing' }
  }
  const periods = atDate ? periodRange(atDate.from, dueIn).length : 0
  const { period, value, provisional } = figure
  return {
    kind: 'missed',
    by,
    figure: { period, value, provisional },
    distance: distanceFromSuccess(condition, value),
    periods,
  }
}

/** The last period that is over with a month: a quarter counts once its last month does. */
function lastPeriodBy(frequency: Frequency, month: string): string {
  const period = periodContaining(frequency, month)
  return lastMonthOf(period) <= month ? period : addPeriods(period, -1)
}

function windowUpTo(end: string, length: number, points: readonly SuccessPoint[]): SuccessPoint[] {
  const from = addPeriods(end, 1 - length)
  return points.filter(({ period }) => from <= period && period <= end)
}

/** The figures that are there and do not meet it: a gap alone proves no failure. */
function failuresIn(
  points: readonly SuccessPoint[],
  condition: SuccessCondition,
): (DatedFigure & Pick<SuccessPoint, 'margin'>)[] {
  return points.flatMap(({ period, value, provisional, margin = 0 }) =>
    value !== null && distanceFromSuccess(condition, value) !== 0
      ? [{ period, value, provisional, margin }]
      : [],
  )
}

function countLately(
  { measure, points, frequency }: HistoryInput,
  date: DateOutcome,
): SuccessHistory['lately'] {
  const dueIn = date.kind === 'missed' ? lastPeriodBy(frequency, date.by) : null
  const recent =
    dueIn === null
      ? points.slice(-periodsInMonths(frequency, 12))
      : points.filter(({ period }) => period > dueIn)
  const values = recent.flatMap(({ value }) => (value === null ? [] : [value]))
  return {
    met: values.filter((value) => distanceFromSuccess(measure.condition, value) === 0).length,
    of: values.length,
    since: dueIn === null ? 'year' : 'date',
  }
}
