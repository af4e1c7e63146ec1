import { toldOf } from '../disclosure/figures-behind.ts'
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
  /** of a figure rounded for the public, those that what is told must hold of too (disclosure/figures-behind.ts) */
  behind?: readonly number[]
}

export interface DatedFigure {
  period: string
  value: number
  provisional: boolean
}

/** `hidden`: rounding hides on which side of what was promised the figure lies. */
type Answer = 'meets' | 'misses' | 'hidden' | 'absent'

/** Whether a figure meets a condition, as far as may be told: what rounding has made is not told as so. */
export function answerOf(
  condition: SuccessCondition,
  { value, behind = [] }: Pick<SuccessPoint, 'value' | 'behind'>,
): Answer {
  if (value === null) return 'absent'
  const meets = (figure: number) => distanceFromSuccess(condition, figure) === 0
  return toldOf((figure) => (meets(figure) ? 'meets' : 'misses'), value, behind)
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
  lately: Lately
}

export interface Lately {
  met: number
  of: number
  since: 'date' | 'year'
  /** whether each of them can be told, rounding or not */
  isWhole: boolean
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
  const sustained = runs.filter(
    (run) => run.length >= needed && (run === current || periodEnd(run.to) >= countsFrom),
  )
  const date = outcomeOfDate(input, runs, sustained)
  const kept = sustained.filter((run) => run !== current && answerAfter(run, input) !== 'hidden')
  return { date, kept: kept.map((run) => endOf(run, input)), current, lately: countLately(input, date) }
}

/** The figures in a row that meet a condition, oldest first. */
function runsOfSuccess(condition: SuccessCondition, points: readonly SuccessPoint[]): Run[] {
  const runs: Run[] = []
  for (const point of points) {
    if (answerOf(condition, point) !== 'meets') continue
    const { period, provisional } = point
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

function endOf(run: Run, input: HistoryInput): KeptRun {
  const { from, to, length } = run
  const endedBy = answerAfter(run, input) === 'misses' ? 'missed' : 'absent'
  return { from, until: to, periods: length, endedIn: addPeriods(to, 1), endedBy }
}

function answerAfter({ to }: Run, { measure, points }: HistoryInput): Answer {
  const next = points.find(({ period }) => period === addPeriods(to, 1))
  return next ? answerOf(measure.condition, next) : 'absent'
}

function outcomeOfDate(input: HistoryInput, runs: readonly Run[], sustained: readonly Run[]): DateOutcome {
  const { measure, points, frequency, needed, countsFrom, asOf } = input
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
    if (answerAfter(atDate, input) === 'hidden') return { kind: 'unjudged', by, reason: 'rounded' }
    return { kind: 'not-kept', by, periods: atDate.length, isOver: atDate.to !== last.period }
  }
  const window = windowUpTo(dueIn, neededByThen, points)
  const figure = failuresIn(window, condition).at(-1)
  // a gap or rounding in an earlier stretch may hide that it was reached in time; before the first figure nothing is
  const stretches = points
    .filter(({ period }, row) => row >= needed - 1 && period < dueIn && periodEnd(period) >= countsFrom)
    .map(({ period }) => windowUpTo(period, needed, points))
  const open = [...(figure ? [] : [window]), ...stretches].filter(
    (stretch) => failuresIn(stretch, condition).length === 0,
  )
  if (open.length > 0) {
    const isRounded = open.flat().some((point) => answerOf(condition, point) === 'hidden')
    const isWithheld = points.some(
      ({ period, availability }) => period <= dueIn && availability === 'suppressed',
    )
    return { kind: 'unjudged', by, reason: isRounded ? 'rounded' : isWithheld ? 'suppressed' : 'missing' }
  }
  if (!figure) return { kind: 'unjudged', by, reason: 'missing' }
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

/** The figures that are there and do not meet it: neither a gap nor what rounding can have made proves a failure. */
function failuresIn(points: readonly SuccessPoint[], condition: SuccessCondition): DatedFigure[] {
  return points.flatMap((point) =>
    point.value !== null && answerOf(condition, point) === 'misses'
      ? [{ period: point.period, value: point.value, provisional: point.provisional }]
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
  const answers = recent.map((point) => answerOf(measure.condition, point))
  const known = answers.filter((answer) => answer === 'meets' || answer === 'misses')
  return {
    met: known.filter((answer) => answer === 'meets').length,
    of: known.length,
    since: dueIn === null ? 'year' : 'date',
    // what is withheld may meet it or not
    isWhole: !answers.includes('hidden') && recent.every(({ availability }) => availability !== 'suppressed'),
  }
}
