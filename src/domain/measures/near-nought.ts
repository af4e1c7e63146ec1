/** A period's count below which nothing is told as a multiple or a percentage of it. */
const fewestToMultiply = 1

/**
 * Whether a start is so near nought that "so many times" or "so many percent" of it says nothing: from one case in
 * two years to eight a month is no "199 times". The one rule; what was and what is are told instead.
 *
 * @param perPeriod what it was, or was to be, in each period on average
 */
export function isNearNought(perPeriod: number): boolean {
  return perPeriod < fewestToMultiply
}
