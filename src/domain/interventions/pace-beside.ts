import { roundTo } from '../findings/tell-apart.ts'
import { sideBySide } from '../measures/apart.ts'
import { formatDifference, isLevel, type Measured } from '../measures/format.ts'
import { formatPeriod } from '../periods/labels.ts'
import type { Frequency } from '../periods/period.ts'
import { isPresent, type Observation } from '../spc/observation.ts'

/** Periods on either side that a pace is told of, and the fewest that it takes. */
const periodsBeside = 12
const fewestPeriods = 6
/** A smaller share of where it started is told as hardly any movement. */
const smallestMove = 0.05

export interface Pace {
  periods: number
  /** from the figure that it started at to the one that it ended at, and the periods that those are of */
  from: number
  to: number
  since: string
  until: string
  /**
   * the lowest and the highest of it, its ends among them: two ends alone do not say how figures moved; null where one
   * on the way is not there
   */
  range: { low: number; high: number } | null
}

/**
 * How figures moved in the year before a position and in the year from it on, from end to end: stated arithmetic,
 * where an estimate is refused because another event is too near. Null where an end is missing, or where a side
 * is shorter than half a year.
 *
 * @example … 437 twelve months before, 324 in the last month before, 327 twelve months on → fell, then hardly moved
 */
export function paceBeside(figures: DatedFigures, at: number): { before: Pace; after: Pace } | null {
  const last = at - 1
  const before = paceOf(figures, Math.max(0, last - periodsBeside), last)
  const after = paceOf(figures, last, Math.min(figures.values.length - 1, last + periodsBeside))
  return before && after ? { before, after } : null
}

interface DatedFigures {
  periods: readonly string[]
  values: readonly Observation[]
}

function paceOf({ periods, values }: DatedFigures, start: number, end: number): Pace | null {
  const [from, to] = [values[start], values[end]]
  const [since, until] = [periods[start], periods[end]]
  if (end - start < fewestPeriods || !isPresent(from) || !isPresent(to)) return null
  if (since === undefined || until === undefined) return null
  const own = values.slice(start, end + 1)
  const present = own.filter(isPresent)
  const range =
    present.length === own.length ? { low: Math.min(...present), high: Math.max(...present) } : null
  return { periods: end - start, from, to, since, until, range }
}

/**
 * Between dated figures: which of them count as after an event in the middle of a month is then no question.
 * @example 'From May 2023 to May 2024, the figure fell by 9 a month on average. From then to May 2025, it hardly moved.'
 */
export function paceInWords(
  measure: Measured,
  frequency: Frequency,
  { before, after }: { before: Pace; after: Pace },
): string {
  const dated = `From ${formatPeriod(before.since)} to ${formatPeriod(before.until)}`
  return `${dated}, the figure ${moveInWords(measure, frequency, before)}. From then to ${formatPeriod(after.until)}, it ${moveInWords(measure, frequency, after)}.`
}

function moveInWords(measure: Measured, frequency: Frequency, pace: Pace): string {
  const { from, to, periods } = pace
  const change = to - from
  const each = change / periods
  const isSmall = (move: number) => Math.abs(move) < Math.abs(from) * smallestMove || isLevel(measure, move)
  if (isSmall(change)) {
    const hasStayed = pace.range && isSmall(pace.range.high - from) && isSmall(pace.range.low - from)
    return hasStayed ? 'hardly moved' : 'ended about where it began'
  }
  const way = change < 0 ? 'fell' : 'rose'
  // further off its ends than they lie apart: it went both ways
  const shown = sideBySide(measure, [from, to])
  if (wayBeyond(pace) > Math.abs(change)) return `went up and down, from ${shown(from)} to ${shown(to)}`
  // a list that goes from 4 to 9 in a year has more than doubled, though each month's part of it shows as nothing
  if (isLevel(measure, each)) return `${way} from ${shown(from)} to ${shown(to)}`
  return `${way} by ${formatDifference(asFineAs(measure, each), each)} a ${frequency} on average`
}

/** A decimal more where whole numbers would tell 1.4 a quarter as 1, and 2.6 as 3: more than a tenth off. */
function asFineAs(measure: Measured, each: number): Measured {
  const isNear = Math.abs(roundTo(each, measure.decimals) - each) <= Math.abs(each) / 10
  return isNear ? measure : { ...measure, decimals: measure.decimals + 1 }
}

/** How far figures on the way lie outside what its two ends span. */
function wayBeyond({ from, to, range }: Pace): number {
  return range ? Math.max(range.high - Math.max(from, to), Math.min(from, to) - range.low) : 0
}
