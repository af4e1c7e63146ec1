import { decimalsApart } from '../findings/tell-apart.ts'
import { formatNumber, numberInWords } from '../measures/format.ts'
import type { Direction } from '../measures/measure.ts'
import { formatPeriod } from '../periods/labels.ts'
import { frequencyOf } from '../periods/period.ts'
import type { GapPoint, GroupGap } from './group-gaps.ts'
import { type Interval, signOf } from './share-gap.ts'

/** Gaps are told to a tenth of a point; finer where one that is there, or an end of it, would be told as nought. */
const decimals = 1
const finest = 3

/** @example 4.2, 1.1 to 7.3 → 1; 0.07, 0.02 to 0.12 → 2 */
export function decimalsOfGap({ difference, lower, upper }: Interval): number {
  return Math.max(
    ...[difference, lower, upper].map((value) =>
      value === 0 ? decimals : (decimalsApart(decimals, Math.abs(value), 0, finest) ?? finest),
    ),
  )
}

/**
 * A gap with its bounds, both in the direction that is told.
 * @example 4.2, 1.1 to 7.3 → '4.2 percentage points above everybody else (1.1 to 7.3)'; −4.2, −7.3 to −1.1 → '4.2
 * percentage points below everybody else (1.1 to 7.3)'; 1, −5.7 to 6.2 → 'no gap that can be told from chance (from
 * 5.7 points below to 6.2 above)'
 */
export function gapInWords(interval: Interval): string {
  const { difference, lower, upper } = interval
  const shown = decimalsOfGap(interval)
  const size = (value: number) => formatNumber(Math.abs(value), shown)
  switch (signOf(interval)) {
    case 0:
      return `no gap that can be told from chance (from ${size(lower)} points below to ${size(upper)} above)`
    case 1:
      return `${size(difference)} percentage points above everybody else (${size(lower)} to ${size(upper)})`
    case -1:
      return `${size(difference)} percentage points below everybody else (${size(upper)} to ${size(lower)})`
  }
}

/** What the last year says of one group, never more than its interval allows. */
export function lastGapInWords({ points }: GroupGap): string {
  const last = points.at(-1)
  if (!last) return 'no figures of a whole year'
  switch (last.kind) {
    case 'gap':
      return gapInWords(last.interval)
    case 'too-small':
      return 'too small to say'
    case 'not-held':
      return 'figures of the year are missing or withheld'
  }
}

/**
 * Whether the gap has changed since the year before; null where that cannot be asked. A gap widens or narrows only
 * where one can be told in both years.
 */
export function changeInWords({ points, change }: GroupGap): string | null {
  const last = points.at(-1)
  if (!change || last?.kind !== 'gap') return null
  if (signOf(change.interval) === 0) return 'No evidence that the gap has changed in a year.'
  const now = last.interval
  const { before } = change
  // beside the gap of now, from which it is told to differ
  const apart = decimalsApart(decimals, Math.abs(before.difference), Math.abs(now.difference), finest)
  const shown = Math.max(decimalsOfGap(before), apart ?? finest)
  const was = `it was ${formatNumber(Math.abs(before.difference), shown)} percentage points ${before.difference > 0 ? 'above' : 'below'}`
  if (signOf(now) === 0) {
    return signOf(before) === 0
      ? 'It has moved in a year, yet in neither year can a gap be told from chance.'
      : `The gap has narrowed in a year: ${was}, and can no longer be told from chance.`
  }
  if (signOf(before) === 0) return 'A gap has opened in a year: before, none could be told from chance.'
  if (signOf(before) !== signOf(now)) return `The gap has turned round in a year: ${was}.`
  const isWider = Math.abs(now.difference) > Math.abs(before.difference)
  return `The gap has ${isWider ? 'widened' : 'narrowed'} in a year: ${was}.`
}

/** People of whom the group is not known are no group to lead with. */
const isUnstated = ({ label }: GroupGap) => /\b(not stated|not known|unknown)\b/i.test(label)

/** On which side of everybody else a group was in the last year; 0 where that cannot be told. */
function sideOf({ points }: GroupGap) {
  const last = points.at(-1)
  return last?.kind === 'gap' ? signOf(last.interval) : 0
}

/**
 * The gap of the last year to lead with, of those that can be told from chance: the widest of the groups that are worse
 * off, which is asked after first, and where none is, or neither way is worse, the widest of all. Null where none can
 * be told.
 */
export function leadingGap(gaps: readonly GroupGap[], direction: Direction): GroupGap | null {
  const worse = direction === 'neutral' ? 0 : direction === 'up' ? -1 : 1
  const found = gaps.flatMap((gap) => {
    const last = gap.points.at(-1)
    const side = sideOf(gap)
    if (last?.kind !== 'gap' || side === 0 || isUnstated(gap)) return []
    return [{ gap, isWorse: side === worse, size: Math.abs(last.interval.difference) }]
  })
  const [lead] = found.sort((a, b) => Number(b.isWorse) - Number(a.isWorse) || b.size - a.size)
  return lead?.gap ?? null
}

/**
 * The leading gap of a breakdown in one sentence, without a full stop.
 * @example 'Care Act started within 28 days: Asian or Asian British, 6.1 percentage points below everybody else (2.0 to
 * 10.2), in the year to Sep 2025'
 */
export function writeGapFinding(name: string, gaps: readonly GroupGap[], direction: Direction): string {
  const lead = leadingGap(gaps, direction)
  if (lead) return writeGapOf(name, lead)
  const isOfUnstated = gaps.some((gap) => isUnstated(gap) && sideOf(gap) !== 0)
  const known = isOfUnstated ? ' between groups that are known' : ''
  const years = gaps.flatMap(({ points }) => {
    const last = points.at(-1)
    return last?.kind === 'gap' ? [last] : []
  })
  const compared = years.length
  const [softest] = years.sort((a, b) => b.provisional - a.provisional)
  const when = softest && softest.provisional > 0 ? whenOf(softest) : ''
  if (compared === 0) return `${name}: too small, or too much withheld, to compare groups`
  return compared === gaps.length
    ? `${name}: no gap${known || ' between groups'} that can be told from chance${when}`
    : `${name}: only ${compared} of ${gaps.length} groups can be compared, with no gap${known} that can be told from chance${when}`
}

/** One group's gap in the same words, whichever group leads. */
export function writeGapOf(name: string, gap: GroupGap): string {
  const last = gap.points.at(-1)
  return `${name}: ${gap.label}, ${lastGapInWords(gap)}${last?.kind === 'gap' ? whenOf(last) : ''}`
}

/** @example ', in the year to Sep 2025, two of whose months may still change' */
function whenOf({ period, provisional, of }: Extract<GapPoint, { kind: 'gap' }>): string {
  const year = `, in the year to ${formatPeriod(period)}`
  if (provisional === 0) return year
  const figures =
    provisional === of
      ? `whose figures may ${of === 1 ? '' : 'all '}still change`
      : `${numberInWords(provisional)} of whose ${frequencyOf(period) ?? 'month'}s may still change`
  return `${year}, ${figures}`
}
