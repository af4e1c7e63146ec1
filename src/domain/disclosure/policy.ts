/** The thresholds of disclosure control, in one place: the rules read them, and /methods prints them. */
export interface DisclosurePolicy {
  /** counts from 1 up to this are withheld */
  smallCount: number
  /** all other counts are rounded to the nearest multiple of this */
  roundTo: number
  /** a share needs at least this many in its denominator */
  leastDenominator: number
  /** a median needs at least this many cases */
  leastForMedian: number
  /** a percentile in the tail needs at least this many cases */
  leastForTail: number
  /** a rounded count below this keeps every value possible that rounds to it; others at least two */
  wholeIntervalBelow: number
}

export const proposedPolicy: DisclosurePolicy = {
  smallCount: 4,
  roundTo: 5,
  leastDenominator: 20,
  leastForMedian: 8,
  leastForTail: 20,
  wholeIntervalBelow: 10,
}

export function isSmall(count: number, policy: DisclosurePolicy): boolean {
  return count > 0 && count <= policy.smallCount
}

export function roundCount(count: number, policy: DisclosurePolicy): number {
  return Math.round(count / policy.roundTo) * policy.roundTo
}

/** The values from `lower` to `upper`, both possible. */
export interface Interval {
  lower: number
  upper: number
}

/**
 * What a rounded count says of the true one.
 *
 * @example 5 → 5 to 7 (3 and 4 would be withheld); 10 → 8 to 12; 0 → 0
 */
export function roundingInterval(rounded: number, isWhole: boolean, policy: DisclosurePolicy): Interval {
  if (!isWhole) return { lower: rounded - policy.roundTo / 2, upper: rounded + policy.roundTo / 2 }
  if (rounded === 0) return { lower: 0, upper: 0 }
  const half = policy.roundTo / 2
  return {
    lower: Math.max(policy.smallCount + 1, Math.ceil(rounded - half)),
    // a half is rounded up
    upper: Math.ceil(rounded + half) - 1,
  }
}
