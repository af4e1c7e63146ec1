import type { Segment, SpecialPoint } from '../analysis/edition-analysis.ts'
import { decimalsBesideLimits, decimalsOfFigure } from '../findings/tell-apart.ts'
import { formatValue, type Measured, workedOut } from '../measures/format.ts'
import { lowerFirst } from '../measures/letter-case.ts'
import { possibleRange } from '../measures/possible-range.ts'
import { dayNumber } from '../periods/calendar.ts'
import { formatPeriod } from '../periods/labels.ts'
import { periodEnd } from '../periods/period.ts'

export interface Limits {
  mean: number
  lower: number
  upper: number
}

/** What the limits say of one period: nothing where no limits suit that stretch. */
export interface PointJudgement {
  limits: Limits
  /** null for common cause */
  signal: Pick<SpecialPoint, 'cause' | 'type'> | null
}

/** A stretch of the plot with limits of its own. */
export interface LimitStretch extends Limits {
  start: number
  end: number
  isTrial: boolean
  reason: string | null
  /** limits as far as the measure can go there; null where the measure can never pass them */
  drawnLower: number | null
  drawnUpper: number | null
  /** 'Limits 281 to 353, mean 317' */
  words: string
  /** 'Aug 2024 to Sep 2025' */
  when: string
}

export type JudgedVariation = { segments: readonly Segment[]; special: readonly SpecialPoint[] }

/** Looks up what limits say of a period; by period, so that a gap is judged by nothing. */
export function judgementsOf(
  variation: JudgedVariation | null,
): (period: string, value: number | null) => PointJudgement | null {
  const signals = new Map(variation?.special.map((point) => [point.period, point]))
  return (period, value) => {
    const segment = variation?.segments.find(({ from, to }) => from <= period && period <= to)
    if (!segment) return null
    const { mean, lower, upper } = segment
    const signal = value === null ? null : (signals.get(period) ?? null)
    return { limits: { mean, lower, upper }, signal: signal && { cause: signal.cause, type: signal.type } }
  }
}

/** The stretches of limits inside a range of days, oldest first. */
export function buildLimits(
  measure: Measured,
  segments: readonly Segment[],
  firstDay: number,
  lastDay: number,
  latest: { period: string; value: number | null } | null = null,
): LimitStretch[] {
  return segments
    .map((segment) => ({ ...segment, range: possibleRange(measure, segment.mean) }))
    .map(({ from, to, mean, lower, upper, isTrial, reason, range }) => ({
      mean,
      lower,
      upper,
      isTrial,
      reason,
      start: Math.max(dayNumber(periodEnd(from)), firstDay),
      end: Math.min(dayNumber(periodEnd(to)), lastDay),
      drawnLower: lower < range.lower ? null : lower,
      drawnUpper: upper > range.upper ? null : upper,
      words: limitsInWords(measure, { mean, lower, upper }, latest?.period === to ? latest.value : null),
      when: `${formatPeriod(from)} to ${formatPeriod(to)}`,
    }))
    .filter(({ start, end }) => start < end)
}

/**
 * With as many decimals as show it where a figure that is told beside them lies outside; the figure too, where it is
 * shown coarser elsewhere.
 * @example 'Limits 281 to 353, mean 317'; 'Upper limit 12, mean 4' where a count cannot fall below its lower limit;
 * beside 30%: 'Limits 30.2% to 43.8%, mean 37.0%'
 */
export function limitsInWords(shown: Measured, limits: Limits, beside: number | null = null): string {
  const { mean, lower, upper } = limits
  const wanted = beside === null ? shown.decimals : decimalsBesideLimits(shown.decimals, beside, limits)
  const measure = { ...workedOut(shown), decimals: wanted }
  const range = possibleRange(measure, mean)
  const words = [
    lower < range.lower
      ? upper > range.upper
        ? 'No limits within reach'
        : `Upper limit ${formatValue(measure, upper)}`
      : upper > range.upper
        ? `Lower limit ${formatValue(measure, lower)}`
        : `Limits ${formatValue(measure, lower)} to ${formatValue(measure, upper)}`,
    `mean ${formatValue(measure, mean)}`,
  ].join(', ')
  if (beside === null) return words
  // where the figure as it is shown elsewhere would look as if it lay within, it is told as fine as the limits
  const own = decimalsOfFigure(shown.decimals, wanted, beside)
  return own === shown.decimals
    ? words
    : `Figure ${formatValue({ ...shown, decimals: own }, beside)}; ${lowerFirst(words)}`
}

/** A limit as a table shows it: [z] where the measure can never pass it. */
export function limitCell(measure: Measured, { mean }: Pick<Limits, 'mean'>, value: number): string {
  const { lower, upper } = possibleRange(measure, mean)
  return value < lower || value > upper ? '[z]' : formatValue(workedOut(measure), value)
}
