import type { ImprovementDirection } from '../spc/judgement.ts'
import { isPresent, type Observation, presentValues } from '../spc/observation.ts'
import { medianOf } from '../statistics/centre.ts'

/** One month's change is mostly noise; what was kept up over half a year is an achievement. */
const sustainedMonths = 6

export interface RequiredChange {
  /** what each month would have to bring, in the good direction; 0 or less where the target is met */
  needed: number
  /** the best monthly change ever kept up over six months, in the good direction; null with too few months */
  best: number | null
  /** the median of such changes */
  typical: number | null
  /** that of the last six months; null where either end is missing, left out where it was not asked */
  latest?: number | null | undefined
}

/**
 * The change a month that it would take to reach a target in so many months, beside what was ever kept up.
 * Changes count as positive in the good direction. Needed = distance from the last value ÷ months; best and
 * typical over all spans of six months with a value at both ends. Null where there is no value, no month
 * left, or no good direction.
 *
 * @example 60 falling by 2 a month, target 30 in ten months, decrease → needed 3, best 2, typical 2, latest 2
 */
export function requiredChange(
  values: readonly Observation[],
  target: number,
  months: number,
  improvement: ImprovementDirection,
): RequiredChange | null {
  const last = values.at(-1)
  if (!isPresent(last) || months < 1 || improvement === 'neutral') return null
  const good = improvement === 'increase' ? 1 : -1
  const changeAt = (row: number): number | null => {
    const [value, before] = [values[row], values[row - sustainedMonths]]
    // no change is 0 whichever way is good, never the −0 that JSON does not keep
    return isPresent(value) && isPresent(before) ? (good * (value - before)) / sustainedMonths + 0 : null
  }
  const changes = presentValues([...values.keys()].map(changeAt))
  return {
    needed: (good * (target - last)) / months,
    best: changes.length === 0 ? null : changes.reduce((best, change) => Math.max(best, change)),
    typical: changes.length === 0 ? null : medianOf(changes),
    latest: changeAt(values.length - 1),
  }
}

/** How what is needed stands to the most that was ever kept up: decided by the figures, before any is rounded. */
export function standingOfRequired({ needed, best }: Pick<RequiredChange, 'needed' | 'best'>) {
  if (best === null) return 'never-measured' as const
  if (best <= 0) return 'never-moved' as const
  return needed <= best ? ('kept-before' as const) : ('more' as const)
}
