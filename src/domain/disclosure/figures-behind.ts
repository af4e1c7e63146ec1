import type { SeriesPoint } from '../figures/figure.ts'
import type { Unit } from '../measures/measure.ts'
import { proposedPolicy, roundingInterval } from './policy.ts'

/** Shares are published to a whole percent, made from true counts. */
const shareRoundedBy = 0.5
/** Of a share of fewer, half a percent is a person or is not: on which side of a bound it lies could tell which. */
const largeDenominator = 100

/**
 * The figures that whatever is told of a published one must hold of as well: the figure received, so that nobody reads
 * what is not so. Of a count or a denominator so small that this would narrow it down, all that round to it: their ends.
 *
 * @example 330 published, 328 received → 328; 5 published → 5 and 7; 87% of 60 → 86.5 and 87.5
 */
export function figuresBehind(
  unit: Unit,
  { value, denominator }: Pick<SeriesPoint, 'value' | 'denominator'>,
  received: number | null,
): number[] {
  if (value === null) return []
  if (unit === 'count' && value < proposedPolicy.wholeIntervalBelow) {
    const { lower, upper } = roundingInterval(value, true, proposedPolicy)
    return [lower, upper]
  }
  if (unit === 'percent' && (denominator ?? 0) < largeDenominator) {
    return [value - shareRoundedBy, value + shareRoundedBy]
  }
  return received === null ? [] : [received]
}

/**
 * What is told of a published figure, or that rounding hides it: where the figures behind it are not all judged alike.
 *
 * @example met by the 330 published and not by the 328 received → hidden
 */
export function toldOf<Verdict>(
  judge: (value: number) => Verdict,
  value: number,
  behind: readonly number[],
): Verdict | 'hidden' {
  const verdict = judge(value)
  return behind.every((other) => judge(other) === verdict) ? verdict : 'hidden'
}
