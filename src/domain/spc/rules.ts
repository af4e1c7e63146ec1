import type { Bounds } from '../measures/bounds.ts'
import type { XmrFit } from './limits.ts'
import { isPresent, type Observation, presentValues } from './observation.ts'
import type { SpecialCause } from './special-causes.ts'

/** Points in a row that make a shift or a trend (Making Data Count; other books use 6 or 8). */
export const runLength = 7

/** +1 above or rising, −1 below or falling, 0 neither. */
export type Side = -1 | 0 | 1

export interface LabelledPoint {
  cause: SpecialCause
  direction: Side
}

export interface RuleOptions {
  /** label the last point of a trend by that trend, not by the step that follows (spc.md, section 10) */
  trendEndByItsTrend: boolean
  /**
   * what a value can be. On a side where the limit lies beyond that, and more than one figure in twenty on the bound
   * itself, none is near the limit: of many noughts two in three are bound to come.
   */
  bounds?: Bounds
}

/** The share of figures on a bound from which two of three there say nothing. */
const oftenOnBound = 1 / 20

/**
 * The single label of every row of one segment: the first of outside, trend, two of three near a limit,
 * and shift that applies; "Common Cause" otherwise and for every missing row. The rules see all rows of the
 * segment, whatever rows its limits came from. Specification: spc.md, sections 8 to 10.
 *
 * @example seven values above the mean, inside the limits → seven times '7 Points Above CL'
 */
export function labelPoints(
  values: readonly Observation[],
  fit: XmrFit,
  options: RuleOptions,
): LabelledPoint[] {
  const sides = values.map((value) => sideOfMean(value, fit))
  const outside = values.map((value) => isOutside(value, fit))
  const trends = trendDirections(values, options)
  const nearPairs = markTwoOfThree(
    values,
    sides,
    withoutLimitsThatFiguresStopBefore(values, fit, options.bounds),
  )
  const shifts = markRuns(sides)
  return sides.map((side, row) => {
    if (outside[row]) return labelled(side, 'Above UCL', 'Below LCL')
    const trend = trends[row] ?? 0
    if (trend !== 0) return labelled(trend, '7 Point Trend (Increasing)', '7 Point Trend (Decreasing)')
    if (nearPairs[row]) return labelled(side, '2 in 3 Above CL', '2 in 3 Below CL')
    if (shifts[row]) return labelled(side, '7 Points Above CL', '7 Points Below CL')
    return { cause: 'Common Cause', direction: 0 }
  })
}

function labelled(direction: Side, high: SpecialCause, low: SpecialCause): LabelledPoint {
  return { cause: direction > 0 ? high : low, direction }
}

function sideOfMean(value: Observation, fit: XmrFit): Side {
  return isPresent(value) && fit.mean !== null ? sign(value - fit.mean) : 0
}

export function sign(difference: number): Side {
  if (difference > 0) return 1
  return difference < 0 ? -1 : 0
}

/** Strictly beyond a limit: on the limit is inside. */
function isOutside(value: Observation, fit: XmrFit): boolean {
  return isPresent(value) && fit.limits !== null && (value > fit.limits.upper || value < fit.limits.lower)
}

/** Where limits lie beyond what a value can be, and figures often stop at that, nothing is near them. */
function withoutLimitsThatFiguresStopBefore(
  values: readonly Observation[],
  fit: XmrFit,
  bounds: Bounds = { lower: null, upper: null },
): XmrFit {
  if (fit.limits === null) return fit
  const present = presentValues(values)
  const stopsAt = (bound: number | null) =>
    bound !== null && present.filter((value) => value === bound).length > oftenOnBound * present.length
  const { lower, upper } = bounds
  const limits = { ...fit.limits }
  if (lower !== null && limits.lower < lower && stopsAt(lower)) limits.nearLower = limits.lower
  if (upper !== null && limits.upper > upper && stopsAt(upper)) limits.nearUpper = limits.upper
  return { ...fit, limits }
}

function isNear(value: Observation, fit: XmrFit): boolean {
  if (!isPresent(value) || fit.limits === null || isOutside(value, fit)) return false
  return value > fit.limits.nearUpper || value < fit.limits.nearLower
}

/** Shift: rows in unbroken runs of seven or more on one side; a tie with the mean or a gap breaks the run. */
function markRuns(sides: readonly Side[]): boolean[] {
  const marked = sides.map(() => false)
  for (const run of runsOf(sides)) {
    if (run.length >= runLength) marked.fill(true, run.start, run.start + run.length)
  }
  return marked
}

interface Run {
  side: Side
  start: number
  length: number
}

/** Unbroken stretches of one side, the 0 stretches left out. */
function runsOf(sides: readonly Side[]): Run[] {
  const runs: Run[] = []
  let current: Run | null = null
  sides.forEach((side, row) => {
    if (current !== null && current.side === side) current.length += 1
    else if (side === 0) current = null
    else {
      current = { side, start: row, length: 1 }
      runs.push(current)
    }
  })
  return runs
}

/** Trend: the direction of each row in a stretch of seven or more present points that all rise or all fall. */
function trendDirections(values: readonly Observation[], options: RuleOptions): Side[] {
  const steps = values.map((value, row) => stepTo(values[row - 1], value))
  const own: Side[] = values.map(() => 0)
  // six steps join seven points; a later trend overwrites the peak or trough that it shares
  for (const run of runsOf(steps)) {
    if (run.length >= runLength - 1) own.fill(run.side, run.start - 1, run.start + run.length)
  }
  if (options.trendEndByItsTrend) return own
  return own.map((side, row) => (side === 0 ? 0 : referenceTrendDirection(own, steps, row)))
}

function stepTo(before: Observation | undefined, value: Observation): Side {
  return isPresent(before) && isPresent(value) ? sign(value - before) : 0
}

/** The reference looks at the step to the next marked point, and calls anything that does not rise falling. */
function referenceTrendDirection(own: readonly Side[], steps: readonly Side[], row: number): Side {
  const isNextMarked = (own[row + 1] ?? 0) !== 0
  return (steps[isNextMarked ? row + 1 : row] ?? 0) > 0 ? 1 : -1
}

/** Near points of every three consecutive present points on one side of which at least two are near. */
function markTwoOfThree(values: readonly Observation[], sides: readonly Side[], fit: XmrFit): boolean[] {
  const near = values.map((value) => isNear(value, fit))
  const marked = values.map(() => false)
  for (let last = 2; last < values.length; last += 1) {
    const side = sides[last]
    if (side === 0 || sides[last - 1] !== side || sides[last - 2] !== side) continue
    const nearRows = Number(near[last - 2]) + Number(near[last - 1]) + Number(near[last])
    if (nearRows < 2) continue
    for (let row = last - 2; row <= last; row += 1) if (near[row]) marked[row] = true
  }
  return marked
}
