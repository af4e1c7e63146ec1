import { accurateMean } from './accurate-mean.ts'
import { isPresent, type Observation, presentValues } from './observation.ts'

/** Of fewer figures nobody can say what all others are. */
const fewestFigures = 12
/** One or two figures are doubted; three and more are how the series is. */
const mostDoubted = 2
/** So many figures beside one in time tell what was to be expected there: a list may have doubled since. */
const neighboursAsked = 12
/** A decimal point that slipped makes a figure ten times the right one, and so five times the largest beside it. */
const farTimes = 5
/** A small figure is far where its distance from those beside it is so many times all that they differ by. */
const farRanges = 3
/** At this level and above no chance makes a count of none, so that the distance of one range is enough. */
const steadyLevel = 20

/**
 * The rows of one or two figures that stand so far outside all others that a mistake in keying, a decimal point that
 * slipped or a total in the wrong row is as likely as an event; empty where there are none. Two tests:
 *
 * - Against the twelve figures beside it: five times the largest of them or more; or a fifth of the smallest or less,
 *   at a distance of three times all that they differ by (of once, where the smallest is 20 or more). Only where no
 *   figure is below zero but the doubted one.
 * - Against the mean: the mean of all figures lies outside the range of all but one. Every other figure then stands
 *   on one side of it, and each rule that looks at the mean speaks of that one figure alone.
 *
 * A doubted figure is beyond all others, never between them. A rise that lasts, a peak of three or four times the
 * usual and the jumps of small counts stay what they are. Method: docs/calculations.md#one-figure-far-outside-all-others.
 *
 * @example 30, 32, 29, 31, 30, 28, 9000, 31, 29, 30, 32, 31 → [6]; 300 for 9000 → [6]; 90 → [6], as the mean of 36.1
 * lies above all others; 45 → []
 */
export function findFarFigures(values: readonly Observation[]): number[] {
  const rows = [...values.keys()].filter((row) => isPresent(values[row]))
  if (rows.length < fewestFigures) return []
  const ordered = rows.toSorted((a, b) => valueAt(values, a) - valueAt(values, b))
  const [lowest, highest] = [ordered.slice(0, mostDoubted), ordered.slice(-mostDoubted).reverse()]
  // two first: a lesser of two mistakes would else count among all others
  const candidates = [highest, lowest, [lowest[0], highest[0]], [highest[0]], [lowest[0]]].map((doubted) =>
    doubted.filter((row) => row !== undefined),
  )
  const found =
    candidates.find((doubted) => doubted.every((row) => isFarFromNeighbours(values, row, doubted))) ??
    [highest[0], lowest[0]]
      .filter((row) => row !== undefined)
      .filter((row) => drawsMeanOut(values, row))
      .map((row) => [row])[0]
  return (found ?? []).toSorted((a, b) => a - b)
}

/** The smallest and largest of all figures that are not doubted. @example 28, 9000, 33 with row 1 doubted → [28, 33] */
export function rangeOfOthers(values: readonly Observation[], doubted: readonly number[]): [number, number] {
  const others = presentValues(values.filter((_, row) => !doubted.includes(row)))
  return [Math.min(...others), Math.max(...others)]
}

function isFarFromNeighbours(
  values: readonly Observation[],
  row: number,
  doubted: readonly number[],
): boolean {
  const value = valueAt(values, row)
  const [least, most] = rangeOfOthers(values, doubted)
  const [low, high] = rangeBeside(values, row, doubted)
  if (least < 0 || high <= 0) return false
  if (value > most) return value >= farTimes * high
  if (value >= least || value > low / farTimes) return false
  return low - value >= (low >= steadyLevel ? 1 : farRanges) * (high - low)
}

/** Smallest and largest of the figures nearest in time, the doubted ones left out. */
function rangeBeside(
  values: readonly Observation[],
  row: number,
  doubted: readonly number[],
): [number, number] {
  const nearest = [...values.keys()]
    .filter((other) => isPresent(values[other]) && !doubted.includes(other))
    .toSorted((a, b) => Math.abs(a - row) - Math.abs(b - row))
    .slice(0, neighboursAsked)
    .map((other) => valueAt(values, other))
  return [Math.min(...nearest), Math.max(...nearest)]
}

/** Where all others are alike any other figure would: that such a series has no limits is told of it already. */
function drawsMeanOut(values: readonly Observation[], row: number): boolean {
  const mean = accurateMean(presentValues(values))
  const [least, most] = rangeOfOthers(values, [row])
  return mean !== null && least < most && (mean < least || mean > most)
}

function valueAt(values: readonly Observation[], row: number): number {
  return values[row] ?? Number.NaN
}
