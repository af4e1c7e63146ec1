/** Something counted of something: 30 of 120. */
export interface Share {
  numerator: number
  denominator: number
}

/** A difference with the bounds it lies between, in percentage points. */
export interface Interval {
  difference: number
  lower: number
  upper: number
}

/** Two-sided 99%: a breakdown compares several groups at once, and one in twenty false findings would be too many. */
const quantile = 2.5758293035489

/**
 * Wilson's interval of a share, 0 to 1: keeps within bounds and holds for small numbers.
 *
 * centre ± half, with centre = (p + z²/2n) / (1 + z²/n), half = z·√(p(1−p)/n + z²/4n²) / (1 + z²/n)
 * (Wilson 1927).
 */
function wilson({ numerator, denominator: n }: Share): { share: number; lower: number; upper: number } {
  const share = numerator / n
  const z2 = quantile * quantile
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (quantile * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n)
  return { share, lower: Math.max(0, centre - half), upper: Math.min(1, centre + half) }
}

/**
 * How far one share lies above another, in percentage points, with a 99% interval: the difference of two
 * independent shares from their Wilson intervals (Newcombe 1998, method 10).
 *
 * lower = d − √((p₁−l₁)² + (u₂−p₂)²), upper = d + √((u₁−p₁)² + (p₂−l₂)²)
 *
 * @param rounding by how much each share may be off because its counts are rounded, in percentage points; widens
 * the interval on both sides
 * @example 56 of 70 against 48 of 80 → 20 points
 */
export function compareShares(first: Share, second: Share, rounding = 0): Interval {
  const [one, two] = [wilson(first), wilson(second)]
  const difference = one.share - two.share
  const below = Math.hypot(one.share - one.lower, two.upper - two.share)
  const above = Math.hypot(one.upper - one.share, two.share - two.lower)
  return {
    difference: 100 * difference,
    lower: 100 * (difference - below) - rounding,
    upper: 100 * (difference + above) + rounding,
  }
}

/**
 * How far a gap has moved from an earlier one, from the intervals of both, which rest on different people
 * (Zou and Donner 2008: variance recovered from the bounds).
 *
 * @example a gap of 5 (2 to 8) after one of 10 (7 to 13) → −5 (−9.2 to −0.8)
 */
export function compareGaps(now: Interval, before: Interval): Interval {
  const difference = now.difference - before.difference
  const below = Math.hypot(now.difference - now.lower, before.upper - before.difference)
  const above = Math.hypot(now.upper - now.difference, before.difference - before.lower)
  return { difference, lower: difference - below, upper: difference + above }
}

/** Whether an interval leaves no room for "none": −1 below it, 1 above it, 0 where it cannot tell. */
export function signOf({ lower, upper }: Interval): -1 | 0 | 1 {
  return lower > 0 ? 1 : upper < 0 ? -1 : 0
}
