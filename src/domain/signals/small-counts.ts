import { isPresent, type Observation } from '../spc/observation.ts'
import { medianOf } from '../statistics/centre.ts'

/** Under this median a count is mostly chance, and one case more is no change. */
const smallestMedian = 3
/** Below this a count's noise depends plainly on its level, and leans to one side. */
export const largeCount = 25

/**
 * Counts of a few on a scale where chance makes as much noise at every level: 2 × √(x + 3/8) (Anscombe 1948).
 * Counts are known by being whole and not negative; those with a median of 25 or more, and all else, stay as
 * they are. Null for counts too small to test: a median under 3.
 *
 * @example 4, 9, 16 → 4.18, 6.12, 8.09; 0, 1, 0 → null; 4.5, 9 → 4.5, 9
 */
export function steadyScale(values: readonly Observation[]): Observation[] | null {
  const present = values.filter(isPresent)
  if (!areCounts(present)) return [...values]
  if (isRareCount(present)) return null
  if (medianOf(present) >= largeCount) return [...values]
  return values.map((value) => (isPresent(value) ? 2 * Math.sqrt(value + 3 / 8) : null))
}

/** Whole numbers, none negative, and mostly so few that one case more is no change. */
export function isRareCount(values: readonly number[]): boolean {
  return areCounts(values) && medianOf(values) < smallestMedian
}

/** Whole numbers, none negative. */
export function areCounts(values: readonly number[]): boolean {
  return values.every((value) => Number.isInteger(value) && value >= 0)
}
