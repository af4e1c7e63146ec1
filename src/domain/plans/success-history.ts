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
  /** the month of a figure that stands for a year not over then, of a total that adds up through it */
  at?: string | undefined
  /** of a figure rounded for the public, those that what is told must hold of too (disclosure/figures-behind.ts) */
  behind?: readonly number[]
}

export interface DatedFigure {
  period: string
  value: number
  provisional: boolean
  /** the month that it is of, where it stands for the year in which it lies */
  at?: string | undefined
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
  | ({ kind: 'missed'; by: string } & AtDate)
  /** kept up before it, as long as it must, and not at the date itself */
  | ({ kind: 'lost'; by: string; run: KeptRun } & AtDate)

/** Whether its date has passed without it: it was never kept up by then, or lost again. */
export function isDateMissed({ kind }: DateOutcome): boolean {
  return kind === 'missed' || kind === 'lost'
}

/** What shows that a promise did not stand at its date. */
interface AtDate {
  /** the last figure up to the date that misses it */
  figure: DatedFigure
  distance: number
  /** how many in a row met it by then, of how many that had to */
  periods: number
  needed: number
}

/** How a success that had been kept up came to an end, and for how long. */
export interface KeptRun {
  from: string
  until: string
  periods: number
  /** the first period after it, and what stood there: a figure that misses, or none */
  endedIn: string
  /** the month of that figure, where it stands for its year */
  endedAt?: string | undefined
  endedBy: 'missed' | 'absent'
  /** whether what is withheld or rounded hides if it began earlier, or went on */
  mayBeLonger?: true
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
 * figure alone is no success, whatever it holds: it may be chance (`needed` is told by success-measure.ts). It is met by
 * its date where the run that keeps it reaches the date: what was kept up once and lost again by then is not.
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
  const endedAt = pointAfter(run, input)?.at
  const ended = { endedIn: addPeriods(to, 1), endedBy } as const
  const mayBeLonger = isCut(run, input)
  return {
    from,
    until: to,
    periods: length,
    ...ended,
    ...(endedAt ? { endedAt } : {}),
    ...(mayBeLonger ? { mayBeLonger } : {}),
  }
}

/** A figure beside it that is withheld, or that rounding puts on either side, may belong to it. */
function isCut({ from, to }: Run, { measure, points }: HistoryInput): boolean {
  return [addPeriods(from, -1), addPeriods(to, 1)].some((beside) => {
    const point = points.find(({ period }) => period === beside)
    return (
      point !== undefined &&
      (point.availability === 'suppressed' || answerOf(measure.condition, point) === 'hidden')
    )
  })
}

function pointAfter({ to }: Run, { points }: HistoryInput): SuccessPoint | undefined {
  return points.find(({ period }) => period === addPeriods(to, 1))
}

function answerAfter(run: Run, input: HistoryInput): Answer {
  const next = pointAfter(run, input)
  return next ? answerOf(input.measure.condition, next) : 'absent'
}

/** A figure as it is dated: by its period, or by the month for which it stands for its year. */
export function datedFigure({ period, provisional, at }: SuccessPoint, value: number): DatedFigure {
  return { period, value, provisional, ...(at ? { at } : {}) }
}

function outcomeOfDate(input: HistoryInput, runs: readonly Run[], sustained: readonly Run[]): DateOutcome {
  const { measure, points, frequency, needed, asOf } = input
  const { by, condition } = measure
  const last = points.at(-1)
  if (by === null) return { kind: 'none' }
  const dueIn = lastPeriodBy(frequency, by)
  if (!last || dueIn > last.period) return { kind: periodEnd(dueIn) <= asOf ? 'awaited' : 'ahead', by }
  // what was promised to last must have lasted by then; what was not, must stand then, and be kept up after
  const neededByThen = measure.sustainedMonths > 1 ? needed : 1
  const reachesDate = (run: Run) => addPeriods(run.from, neededByThen - 1) <= dueIn && dueIn <= run.to
  if (sustained.some(reachesDate)) return { kind: 'met', by }
  const atDate = runs.find(({ from, to }) => from <= dueIn && dueIn <= to)
  if (atDate && neededByThen === 1) {
    if (answerAfter(atDate, input) === 'hidden') return { kind: 'unjudged', by, reason: 'rounded' }
    return { kind: 'not-kept', by, periods: atDate.length, isOver: atDate.to !== last.period }
  }
  const window = windowUpTo(dueIn, neededByThen, points)
  const figure = failuresIn(window, condition).at(-1)
  if (!figure) return { kind: 'unjudged', by, reason: whyOpen(window, condition) }
  const shown: AtDate = {
    figure,
    distance: distanceFromSuccess(condition, figure.value),
    periods: atDate ? periodRange(atDate.from, dueIn).length : 0,
    needed: neededByThen,
  }
  const before = sustained.findLast(({ to }) => to < dueIn)
  return before && answerAfter(before, input) !== 'hidden'
    ? { kind: 'lost', by, run: endOf(before, input), ...shown }
    : { kind: 'missed', by, ...shown }
}

/** Of figures up to a date of which none is known to miss it. */
function whyOpen(
  window: readonly SuccessPoint[],
  condition: SuccessCondition,
): Extract<DateOutcome, { kind: 'unjudged' }>['reason'] {
  if (window.some((point) => answerOf(condition, point) === 'hidden')) return 'rounded'
  return window.some(({ availability }) => availability === 'suppressed') ? 'suppressed' : 'missing'
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
    point.value !== null && answerOf(condition, point) === 'misses' ? [datedFigure(point, point.value)] : [],
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
