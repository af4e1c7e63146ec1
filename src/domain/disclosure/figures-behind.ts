import type { SeriesPoint } from '../figures/figure.ts'
import type { Unit } from '../measures/measure.ts'
import { proposedPolicy, roundingInterval } from './policy.ts'

/** Shares are published to a whole percent, made from true counts. */
const shareRoundedBy = 0.5
/**
 * Of a share of so many, half a percent is five, as many as a count is rounded to: on which side of a bound it lies tells
 * no more than that. Of one of fewer it could tell what it is made of, by being told and by being kept back.
 */
const largeDenominator = 1000

/**
 * The figures that whatever is told of a published one must hold of as well, so that nobody reads what is not so. Of a
 * count all that round to it, by their ends: what is told then rests on what is published alone. A bound that splits them
 * would narrow the count by being met or not, two of them could leave one number, and where an answer is kept back for the
 * number received that would tell the number too. So it is of a share of few; of others the figure received is asked,
 * since a whole percent is split by one whole bound at most; a finer bound is asked at both ends.
 *
 * @param bounds that the figure is held against
 * @example 330 published → 328 and 332; 5 published → 5 and 7; 87% of 400 → 86.5 and 87.5; 87% of 4,000, 86.7 received,
 * against 90 → 86.7, against 86.8 → 86.5 and 87.5
 */
export function figuresBehind(
  unit: Unit,
  { value, denominator }: Pick<SeriesPoint, 'value' | 'denominator'>,
  received: number | null,
  bounds: readonly number[] = [],
): number[] {
  if (value === null) return []
  if (unit === 'count') {
    const { lower, upper } = roundingInterval(value, true, proposedPolicy)
    return [lower, upper]
  }
  const isSplitFinely = bounds.some((bound) => !Number.isInteger(bound))
  if (unit === 'percent' && ((denominator ?? 0) < largeDenominator || isSplitFinely)) {
    return [value - shareRoundedBy, value + shareRoundedBy]
  }
  return received === null ? [] : [received]
}

/**
 * What is told of a published figure, or that rounding hides it: where the figures behind it are not all judged alike.
 *
 * @example 330 published, of 328 to 332: at most 340 → met; at most 331 → hidden
 */
export function toldOf<Verdict>(
  judge: (value: number) => Verdict,
  value: number,
  behind: readonly number[],
): Verdict | 'hidden' {
  const verdict = judge(value)
  return behind.every((other) => judge(other) === verdict) ? verdict : 'hidden'
}
