import { type Observation, presentValues } from './observation.ts'

/**
 * Whether limits take in more than one level: what fewer than half of the figures have kept to is usual to none of them.
 *
 * @example twelve figures about 10, then twelve about 20, limits 13 to 17 → true
 */
export function takeInLevels(
  values: readonly Observation[],
  { lower, upper }: { lower: number; upper: number },
): boolean {
  const present = presentValues(values)
  return present.filter((value) => value >= lower && value <= upper).length * 2 < present.length
}
