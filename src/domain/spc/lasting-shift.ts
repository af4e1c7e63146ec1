import { fitLeastSquares } from '../statistics/least-squares.ts'
import { accurateMean } from './accurate-mean.ts'
import { analyseControlChart, type ControlChart, type ControlChartOptions } from './control-chart.ts'
import type { ProcessLimits } from './limits.ts'
import { isPresent, type Observation, presentValues } from './observation.ts'
import { isHigh, signOfCause } from './signs.ts'

/** A shift lasts once so many figures in a row show it: a year of months. */
export const lastingFigures = 12

/** One odd figure in so many does not end a level: of twelve in a row about one of its own lies that far by chance. */
const figuresToAnOdd = 12

/** Looking for its first month, so many: the figure that ended a run need not be of the level before. */
const figuresToAnOddOfLevel = 6
/** The first month of a level lies so many figures before its run at most. */
const mostBefore = 6

/** A slope further from none than so many of its standard errors is plain. */
const steadyErrors = 2

export interface LastingShift {
  /** the first row of the level since */
  start: number
  /** mean of the figures before it in the same stretch; null where there are none */
  before: number | null
  mean: number
  limits: ProcessLimits
  isTrial: boolean
}

/**
 * A shift that has lasted: twelve figures or more, up to the latest, all outside the limits of their stretch on one
 * side or all on one side of its mean, but for one odd figure in twelve; against limits of their own none of the
 * others among the last twelve shows a special cause, nor does a straight line through them rise or fall plainly (its
 * slope within two standard errors of none). Where a figure is odd, two levels must fit the stretch better than a line.
 * The level begins where two levels fit the stretch best (`firstOfLevel`): the run alone would take in a figure of the
 * level before that happened to lie on the new side of a mean of both, and leave out what came before one that did not.
 * Limits of the whole stretch mix two levels then, and describe neither. Null anywhere else: where figures still
 * move, there is no level to judge by.
 * The chart itself stays as it is, cut at recorded changes alone.
 *
 * @param latest which latest figures are asked of: such as show a special cause, which a shift explains and sentences
 * tell; or any at all, for what is offered to be recorded, where an odd figure may also lie outside the new limits
 * @param mayMove a plain slope within limits of their own is let pass
 * @example 23 figures about 95 and 19 about 98.3, none of them plainly apart from the rest → start 23, mean 98.3
 */
export function findLastingShift(
  chart: ControlChart,
  values: readonly Observation[],
  options: ControlChartOptions,
  latest: 'special-cause' | 'any' = 'special-cause',
  mayMove = false,
): LastingShift | null {
  const segment = chart.segments.at(-1)
  const side = sideOfLatest(chart, values, latest)
  if (!segment?.limits || segment.mean === null || side === 0) return null
  const limit = side > 0 ? segment.limits.upper : segment.limits.lower
  const own = values.slice(segment.start)
  const run =
    [limit, segment.mean]
      .map((line) => runBeyond(own, line, side))
      .find((length) => length >= lastingFigures && length < own.length) ?? 0
  if (run === 0) return null
  const isOdd = (row: number) => !isBeyond(values[row], segment.mean ?? 0, side)
  const hasOdd = values.some((_, row) => row >= values.length - run && isOdd(row))
  if (hasOdd && isBetterALine(own, run)) return null
  const latestRows = values.map((_, row) => row).slice(-lastingFigures)
  const steady = latestRows.map((row) => (isOdd(row) ? null : (values[row] ?? null)))
  if (!mayMove && isOnTheMove(steady)) return null
  const levelFrom = (start: number) => {
    const since = chartFrom(values, start, options)
    const isQuiet = latestRows.every(
      (row) => (latest === 'any' && isOdd(row)) || since.points[row - start]?.type === 'common_cause',
    )
    return isQuiet ? levelOf(since, values.slice(segment.start, start), start) : null
  }
  const byRun = levelFrom(values.length - run)
  return byRun && (levelFrom(segment.start + firstOfLevel(own, run, segment.mean, side)) ?? byRun)
}

/**
 * The level since a month that is known already, from the same figures before they were rounded for publication; null
 * where these do not bear it out: all of them lie on its side of the mean of the stretch, but for one odd figure in twelve.
 */
export function lastingShiftFrom(
  start: number,
  chart: ControlChart,
  values: readonly Observation[],
  options: ControlChartOptions,
): LastingShift | null {
  const segment = chart.segments.at(-1)
  const side = sideOfLatest(chart, values, 'special-cause')
  if (!segment || segment.mean === null || side === 0 || start <= segment.start) return null
  if (!isOfLevel(values.slice(start), segment.mean, side)) return null
  return levelOf(chartFrom(values, start, options), values.slice(segment.start, start), start)
}

function chartFrom(
  values: readonly Observation[],
  start: number,
  options: ControlChartOptions,
): ControlChart {
  return analyseControlChart(
    {
      values: values.slice(start),
      improvementDirection: 'neutral',
      target: null,
      rebaseAt: [],
      fixAfterNPoints: null,
    },
    options,
  )
}

function levelOf(since: ControlChart, before: readonly Observation[], start: number): LastingShift | null {
  const [level] = since.segments
  if (!level?.limits || level.mean === null) return null
  const { mean, limits, hasTrialLimits: isTrial } = level
  return { start, before: accurateMean(presentValues(before)), mean, limits, isTrial }
}

/**
 * The row from which figures are another level than before, by least squares: about the row at which the run begins, with
 * a year of the level at least.
 */
function firstOfLevel(values: readonly Observation[], run: number, mean: number, side: 1 | -1): number {
  const began = values.length - run
  let [first, least] = [began, Number.POSITIVE_INFINITY]
  for (let row = Math.max(1, began - mostBefore); row <= values.length - lastingFigures; row += 1) {
    if (!isOfLevel(values.slice(row), mean, side)) continue
    const left = squaresAbout(values.slice(0, row)) + squaresAbout(values.slice(row))
    if (left < least) [first, least] = [row, left]
  }
  return first
}

function squaresAbout(values: readonly Observation[]): number {
  const present = presentValues(values)
  const mean = accurateMean(present) ?? 0
  return present.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}

/** Whether figures lie on one side of a mean, the first and the last among them, but for one odd figure in six. */
function isOfLevel(values: readonly Observation[], mean: number, side: 1 | -1): boolean {
  return runBeyond(values, mean, side, figuresToAnOddOfLevel) === values.length
}

/** 0 where there is none to ask of. */
function sideOfLatest(
  chart: ControlChart,
  values: readonly Observation[],
  latest: 'special-cause' | 'any',
): -1 | 0 | 1 {
  const cause = chart.points.at(-1)?.cause ?? 'Common Cause'
  if (cause !== 'Common Cause') return isHigh(signOfCause[cause]) ? 1 : -1
  const [value, mean] = [values.at(-1) ?? null, chart.segments.at(-1)?.mean ?? null]
  if (latest === 'special-cause' || !isPresent(value) || !isPresent(mean) || value === mean) return 0
  return value > mean ? 1 : -1
}

/** Rules of limits are slow to see a slope, and a reader is not. */
function isOnTheMove(latest: readonly Observation[]): boolean {
  const points = latest.flatMap((value, row) => (isPresent(value) ? [{ row, value }] : []))
  const middle = accurateMean(points.map(({ row }) => row)) ?? 0
  const mean = accurateMean(points.map(({ value }) => value)) ?? 0
  let [products, rows, squares] = [0, 0, 0]
  for (const { row, value } of points) {
    products += (row - middle) * (value - mean)
    rows += (row - middle) ** 2
    squares += (value - mean) ** 2
  }
  const left = squares - products ** 2 / rows
  return (products / rows) ** 2 > steadyErrors ** 2 * (left / (points.length - 2) / rows)
}

function isBeyond(value: Observation | undefined, line: number, side: 1 | -1): boolean {
  return isPresent(value ?? null) && ((value ?? 0) - line) * side > 0
}

/** Figures that rise all along lie about the mean as two levels do, but for an odd one: a line fits them better. */
function isBetterALine(values: readonly Observation[], run: number): boolean {
  const rows = values.flatMap((value, row) => (isPresent(value) ? [{ row, value }] : []))
  const outcomes = rows.map(({ value }) => value)
  const leftOf = (column: (row: number) => number) =>
    fitLeastSquares(
      rows.map(({ row }) => [1, column(row)]),
      outcomes,
    )?.residuals.reduce((sum, residual) => sum + residual ** 2, 0) ?? 0
  return leftOf((row) => row) < leftOf((row) => (row >= values.length - run ? 1 : 0))
}

/**
 * How many figures at the end lie beyond a line on one side, but for one odd figure in twelve that lies anywhere but
 * at either end; a gap ends it.
 */
function runBeyond(
  values: readonly Observation[],
  line: number,
  side: 1 | -1,
  toAnOdd = figuresToAnOdd,
): number {
  let [longest, odd] = [0, 0]
  for (let length = 1; length <= values.length; length += 1) {
    const value = values[values.length - length] ?? null
    if (!isPresent(value)) break
    if (isBeyond(value, line, side)) {
      if (odd * toAnOdd <= length) longest = length
    } else {
      if (length === 1) break
      odd += 1
    }
  }
  return longest
}
