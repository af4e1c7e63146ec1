import type { Series, SeriesPoint } from '../figures/figure.ts'
import type { Frequency } from '../periods/period.ts'
import { addPeriods, periodRange } from '../periods/period.ts'
import type { HowCounted } from './how-counted.ts'
import { compareGaps, compareShares, type Interval, type Share } from './share-gap.ts'

/** A year's figures of one group beside those of everybody else. */
export type GapPoint =
  | {
      kind: 'gap'
      period: string
      group: Share
      rest: Share
      interval: Interval
      /** how many of its periods rest on a figure that may still change, and of how many */
      provisional: number
      of: number
    }
  | { kind: 'too-small'; period: string }
  /** figures of the year are missing or withheld, or those of the group do not fit into the whole */
  | { kind: 'not-held'; period: string }

/** The last year beside the one before it, of which it shares no period. */
export interface GapChange {
  before: Interval
  interval: Interval
}

export interface GroupGap {
  member: string
  label: string
  /** by the period that each year ends in, oldest first */
  points: GapPoint[]
  /** null where either year is not known */
  change: GapChange | null
}

export interface GapSources {
  frequency: Frequency
  members: readonly { id: string; label: string }[]
  /** of one breakdown, each person or event in exactly one member */
  series: readonly Series[]
  /** the measure as a whole: everybody else is the whole less the group */
  whole: Series
  counted: Exclude<HowCounted, 'never-together'>
  /** the most by which each published count may be off: 2.5 where counts are rounded to 5 */
  rounding: number
}

/** Fewer than so many in the group or beside it in a year say too little. */
export const leastBase = 30

const periodsInYear: Record<Frequency, number> = { month: 12, quarter: 4, year: 1 }

/**
 * How far the share of each group lies from that of everybody else, in percentage points, over twelve months that
 * move on by a period. A single month of a small group says little, and a year holds every season once. Only shares
 * have such a gap: null where numerators and denominators are not held.
 *
 * Group = Σ numerator ÷ Σ denominator over the year; everybody else = the whole less the group. Where the same people
 * are counted again each period, the interval rests on the average period and not on their sum. A year with a missing
 * or withheld figure is not compared: leaving it out would compare other people.
 *
 * @example 5 of 10 a month beside 8 of 10 for everybody else → 60 of 120 beside 96 of 120, 30 points below
 */
export function gapsBetweenGroups({ members, series, whole, ...sources }: GapSources): GroupGap[] | null {
  const width = periodsInYear[sources.frequency]
  const counted = series.flatMap(({ points }) =>
    points.filter(({ numerator, denominator }) => numerator !== null && denominator !== null),
  )
  const periods = counted.map(({ period }) => period).sort()
  const [from, to] = [periods[0], periods.at(-1)]
  if (from === undefined || to === undefined) return null
  const everybody = pointsOf(whole)
  const ends = periodRange(addPeriods(from, width - 1), to)
  return members.flatMap(({ id, label }) => {
    const found = series.find(({ member }) => member === id)
    if (!found) return []
    const own = pointsOf(found)
    const points = ends.map((end) => gapAt(end, width, own, everybody, sources))
    return [{ member: id, label, points, change: changeOver(points, width) }]
  })
}

type Points = ReadonlyMap<string, SeriesPoint>

function pointsOf({ points }: Series): Points {
  return new Map(points.map((point) => [point.period, point]))
}

function gapAt(
  end: string,
  width: number,
  own: Points,
  everybody: Points,
  { counted, rounding }: Pick<GapSources, 'counted' | 'rounding'>,
): GapPoint {
  const periods = periodRange(addPeriods(end, 1 - width), end)
  const group = sumOf(own, periods)
  const whole = sumOf(everybody, periods)
  if (!group || !whole) return { kind: 'not-held', period: end }
  // a rest is made of two counts of each period
  const rest = restOf(whole, group, 2 * rounding * periods.length)
  if (!rest) return { kind: 'not-held', period: end }
  // rounded counts may each be off the same way, and a rest is made of two of them: the worst case, not the likely
  const off = (share: Share, counts: number) => (100 * 2 * rounding * counts) / share.denominator
  const widening = off(group, periods.length) + off(rest, 2 * periods.length)
  const spread = counted === 'again' ? periods.length : 1
  const [here, there] = [shareOver(group, spread), shareOver(rest, spread)]
  if (here.denominator < leastBase || there.denominator < leastBase) return { kind: 'too-small', period: end }
  return {
    kind: 'gap',
    period: end,
    group: here,
    rest: there,
    interval: compareShares(here, there, widening),
    provisional: periods.filter((period) => isProvisional(own, period) || isProvisional(everybody, period))
      .length,
    of: periods.length,
  }
}

function isProvisional(points: Points, period: string): boolean {
  return points.get(period)?.provisional === true
}

/** Whether a gap of a year rests on figures that may still change. */
export function isProvisionalYear(point: GapPoint): boolean {
  return point.kind === 'gap' && point.provisional > 0
}

/** Null where a figure of the year is missing or withheld. */
function sumOf(points: Points, periods: readonly string[]): Share | null {
  let [numerator, denominator] = [0, 0]
  for (const period of periods) {
    const point = points.get(period)
    if (point?.numerator == null || point.denominator == null) return null
    numerator += point.numerator
    denominator += point.denominator
  }
  return denominator > 0 && numerator <= denominator ? { numerator, denominator } : null
}

/** The whole less the group; null where it holds less than none or more than all by more than rounding can do. */
function restOf(whole: Share, group: Share, mostOff: number): Share | null {
  const denominator = whole.denominator - group.denominator
  const numerator = whole.numerator - group.numerator
  if (denominator <= 0) return null
  const fitted = Math.min(Math.max(numerator, 0), denominator)
  return Math.abs(fitted - numerator) <= mostOff ? { numerator: fitted, denominator } : null
}

function shareOver({ numerator, denominator }: Share, periods: number): Share {
  return { numerator: numerator / periods, denominator: denominator / periods }
}

/** The last year against the one before it. */
function changeOver(points: readonly GapPoint[], width: number): GapChange | null {
  const now = points.at(-1)
  const before = points.at(-1 - width)
  if (now?.kind !== 'gap' || before?.kind !== 'gap') return null
  return { before: before.interval, interval: compareGaps(now.interval, before.interval) }
}
