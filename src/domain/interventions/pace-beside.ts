import {
  formatDifference,
  formatValue,
  formatValueInWords,
  isLevel,
  type Measured,
} from '../measures/format.ts'
import type { Frequency } from '../periods/period.ts'
import { isPresent, type Observation } from '../spc/observation.ts'

/** Periods on either side that a pace is told of, and the fewest that it takes. */
const periodsBeside = 12
const fewestPeriods = 6
/** A smaller share of where it started is told as hardly any movement. */
const smallestMove = 0.05

export interface Pace {
  periods: number
  /** from the figure that it started at to the one that it ended at */
  from: number
  to: number
}

/**
 * How figures moved in the year before a position and in the year from it on, from end to end: stated arithmetic,
 * where an estimate is refused because another event is too near. Null where an end is missing, or where a side
 * is shorter than half a year.
 *
 * @example … 437 twelve months before, 324 in the last month before, 327 twelve months on → fell, then hardly moved
 */
export function paceBeside(values: readonly Observation[], at: number): { before: Pace; after: Pace } | null {
  const last = at - 1
  const before = paceOf(values, Math.max(0, last - periodsBeside), last)
  const after = paceOf(values, last, Math.min(values.length - 1, last + periodsBeside))
  return before && after ? { before, after } : null
}

function paceOf(values: readonly Observation[], start: number, end: number): Pace | null {
  const [from, to] = [values[start], values[end]]
  if (end - start < fewestPeriods || !isPresent(from) || !isPresent(to)) return null
  return { periods: end - start, from, to }
}

/** @example 'In the 12 months before it, the figure fell by 9 a month on average. In the 12 months after, it hardly moved.' */
export function paceInWords(
  measure: Measured,
  frequency: Frequency,
  { before, after }: { before: Pace; after: Pace },
): string {
  return `In the ${before.periods} ${frequency}s before it, the figure ${moveInWords(measure, frequency, before)}. In the ${after.periods} ${frequency}s after, it ${moveInWords(measure, frequency, after)}.`
}

function moveInWords(measure: Measured, frequency: Frequency, { from, to, periods }: Pace): string {
  const change = to - from
  const each = change / periods
  if (Math.abs(change) < Math.abs(from) * smallestMove || isLevel(measure, change)) return 'hardly moved'
  const way = change < 0 ? 'fell' : 'rose'
  // a list that goes from 4 to 9 in a year has more than doubled, though each month's part of it shows as nothing
  if (isLevel(measure, each))
    return `${way} from ${formatValue(measure, from)} to ${formatValueInWords(measure, to)}`
  return `${way} by ${formatDifference(measure, each)} a ${frequency} on average`
}
