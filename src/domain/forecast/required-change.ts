import { type Frequency, periodsInMonths } from '../periods/period.ts'
import type { ImprovementDirection } from '../spc/judgement.ts'
import { isPresent, type Observation, presentValues } from '../spc/observation.ts'
import { medianOf } from '../statistics/centre.ts'

/** One month's change is mostly noise; what was kept up over half a year is an achievement. */
const sustainedMonths = 6

/** Two spans say nothing of the most there is, nor do spans that all share a period; five nothing of a usual one. */
const fewestForBest = 3
const fewestForTypical = 6

/** Periods over which a change counts as kept up: six months, two quarters, one year. */
export function periodsOfPace(frequency: Frequency): number {
  return Math.max(1, periodsInMonths(frequency, sustainedMonths))
}

export interface RequiredChange {
  /** what each period would have to bring, in the good direction; 0 or less where the target is met */
  needed: number
  /** the best change a period ever kept up over such a span, in the good direction; null of too few spans */
  best: number | null
  /** the median of such changes; null of too few spans */
  typical: number | null
  /** that of the last span; null where either end is missing, left out where it was not asked */
  latest?: number | null | undefined
}

interface PaceToAsk {
  values: readonly Observation[]
  target: number
  /** periods that are left */
  periods: number
  improvement: ImprovementDirection
  frequency: Frequency
  /** rows at which a level that was recorded begins: a span across one is that change, and no pace that was kept up */
  levelsFrom?: readonly number[]
  /** half a year of what has a season is the season: nothing is told beside what is needed */
  hasSeason?: boolean
}

/**
 * The change a period that it would take to reach a target in so many, beside what was ever kept up.
 * Changes count as positive in the good direction. Needed = distance from the last value ÷ periods; best and
 * typical over all spans (periodsOfPace) with a value at both ends and no recorded level that begins between. Null where there is no value, no period
 * left, or no good direction.
 *
 * @example 60 falling by 2 a month, target 30 in ten months, decrease → needed 3, best 2, typical 2, latest 2
 */
export function requiredChange({
  values,
  target,
  periods,
  improvement,
  frequency,
  levelsFrom = [],
  hasSeason = false,
}: PaceToAsk): RequiredChange | null {
  const last = values.at(-1)
  if (!isPresent(last) || periods < 1 || improvement === 'neutral') return null
  const good = improvement === 'increase' ? 1 : -1
  const needed = (good * (target - last)) / periods
  const span = periodsOfPace(frequency)
  if (hasSeason && span < periodsInMonths(frequency, 12)) return { needed, best: null, typical: null }
  const changeAt = (row: number): number | null => {
    if (levelsFrom.some((start) => row - span < start && start <= row)) return null
    const [value, before] = [values[row], values[row - span]]
    // no change is 0 whichever way is good, never the −0 that JSON does not keep
    return isPresent(value) && isPresent(before) ? (good * (value - before)) / span + 0 : null
  }
  const ends = [...values.keys()].filter((row) => changeAt(row) !== null)
  const changes = presentValues(ends.map(changeAt))
  const isApart = (ends.at(-1) ?? 0) - (ends[0] ?? 0) >= span
  return {
    needed,
    best: changes.length < fewestForBest || !isApart ? null : Math.max(...changes),
    typical: changes.length < fewestForTypical || !isApart ? null : medianOf(changes),
    latest: changeAt(values.length - 1),
  }
}

/** How what is needed stands to the most that was ever kept up: decided by the figures, before any is rounded. */
export function standingOfRequired({
  needed,
  best,
  latest,
}: Pick<RequiredChange, 'needed' | 'best' | 'latest'>) {
  if (latest != null && latest > 0 && needed <= latest) return 'kept-lately' as const
  if (best === null) return 'never-measured' as const
  if (best <= 0) return 'never-moved' as const
  return needed <= best ? ('kept-before' as const) : ('more' as const)
}
