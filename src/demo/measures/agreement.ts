import { apportion, sumOf } from '../apportion.ts'
import type { MemberValue } from './member-value.ts'

/**
 * Cases within a limit, split over members whose median waits are known: where the median is above the
 * limit at most half are within it, else at least half are.
 *
 * Odds of being within = (limit ÷ median)^k, which are even where the median is the limit; k is such that
 * the whole's own median and share agree.
 */
export function splitByMedians(
  within: number,
  cases: readonly number[],
  wholeMedian: number,
  medians: readonly MemberValue[],
  limit: number,
): number[] {
  const steepness = steepnessOf(within / Math.max(1, sumOf(cases) - within), limit / wholeMedian)
  const weights = cases.map((count, at) => {
    const odds = (limit / (medians[at]?.value ?? limit)) ** steepness
    return (count * odds) / (1 + odds)
  })
  const isWithin = cases.map((_, at) => (medians[at]?.value ?? limit) <= limit)
  const caps = cases.map((count, at) => (isWithin[at] ? count : Math.floor(count / 2)))
  const least = cases.map((count, at) => (isWithin[at] ? Math.ceil(count / 2) : 0))
  return sumOf(caps) >= within
    ? apportion(within, weights, { caps, least })
    : apportion(within, weights, { caps: cases })
}

/** Near the limit any steepness would do, and the sum runs away: kept to what waits usually show. */
function steepnessOf(oddsOfWhole: number, limitPerMedian: number): number {
  const steepness = Math.log(oddsOfWhole) / Math.log(limitPerMedian)
  return Number.isFinite(steepness) ? Math.min(2.5, Math.max(0.8, steepness)) : 1.5
}
