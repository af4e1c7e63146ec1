import { type Observation, presentValues } from './observation.ts'

/** Limits of one level hold nearly all of its figures; so few of ten are too few to call them usual. */
const tenthsWithin = 8

/** How many of the figures that are held lie within limits, or on them. */
export function countWithin(
  values: readonly Observation[],
  { lower, upper }: { lower: number; upper: number },
): { within: number; of: number } {
  const present = presentValues(values)
  return {
    within: present.filter((value) => value >= lower && value <= upper).length,
    of: present.length,
  }
}

/**
 * Whether limits take in more than one level: what fewer than half of the figures have kept to is usual to none of them,
 * and so is what fewer than eight in ten kept to before the run outside that ends with the latest, where there is one:
 * that run is the change to be told beside what was usual.
 *
 * @example twelve figures about 10, then twelve about 20, limits 13 to 17 → true; 30 within and the last nine above → false
 */
export function takeInLevels(
  values: readonly Observation[],
  limits: { lower: number; upper: number },
): boolean {
  const { within, of } = countWithin(values, limits)
  const latest = values.findLastIndex((value) => countWithin([value], limits).within === 1)
  const before = countWithin(values.slice(0, latest + 1), limits)
  return within * 2 < of || before.within * 10 < tenthsWithin * before.of
}
