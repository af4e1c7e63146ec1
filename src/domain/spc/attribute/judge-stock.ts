import { findMovement, holdsOfLate } from '../../movement/find-movement.ts'
import { chanceOfLargerT } from '../../signals/tail-chances.ts'
import { meanOf } from '../../statistics/centre.ts'
import { likelyLikenessOf, squaresAbout } from '../../statistics/likeness.ts'
import { changesOf, isPresent, type Observation, presentValues } from '../observation.ts'

/** What chance alone may tell of a list that goes nowhere, for each stretch that is asked. */
const bearable = 0.015
/** Changes that are taken together: half a year shows a turn, a year a slow move. */
const [halfYear, year] = [6, 12] as const
const fewestBefore = 6
const fewestTogether = 4
/** All of them, from so many on, show a move that is slow and steady. */
const fewestOfAll = 7
/** The same of a movement, whose beginning is sought out among all months. */
const bearableOfMovement = 0.002
/** A single change further than this many standard deviations from those before. */
const farDeviations = 3.5

export interface StockSign {
  direction: 1 | -1
  /** how many of the latest changes, or all, show it */
  changes: number
}

/**
 * Whether a list, or the people who receive something, goes up or down by more than what comes in and goes out by
 * chance. Each figure carries over the one before, so the changes from figure to figure are judged and not the figures:
 * the mean of the latest six, of the latest twelve, and of all, against none, by t, two-sided at 1.5% each; and of a
 * movement that goes on (findMovement) at 0.2%, since its beginning is sought out. The spread is
 * that about the means of the latest changes and of those before; where neighbours are alike by r, the variance of a
 * mean is (1 + r) ÷ (1 − r) times as large. Or the latest change alone, 3.5 standard deviations from those before. The
 * last months must go the same way (holdsOfLate). Null where nothing is beyond chance.
 *
 * @example monthly changes about 0, standard deviation 12, then six of about −20 → down, 6 changes
 */
export function judgeStock(values: readonly Observation[]): StockSign | null {
  if (!isPresent(values.at(-1))) return null
  const changes = presentValues(changesOf(values))
  const windows = [
    { count: halfYear, chance: bearable },
    { count: year, chance: bearable },
    { count: changesOfMovement(values), chance: bearableOfMovement },
    { count: changes.length, chance: bearable },
  ]
  const together = windows.flatMap(({ count, chance }) => {
    const direction = directionOf(changes, count, chance)
    return direction === null ? [] : [{ direction, changes: count }]
  })
  const [first] = together
  if (first && holdsOfLate(values, first.direction)) {
    return together.findLast(({ direction }) => direction === first.direction) ?? first
  }
  const leap = leapOf(changes)
  return leap === null ? null : { direction: leap, changes: 1 }
}

/** How many changes the movement that goes on is made of; 0 where none does. */
function changesOfMovement(values: readonly Observation[]): number {
  const movement = findMovement(values)
  if (movement?.kind !== 'going-on') return 0
  return presentValues(changesOf(values.slice(movement.from))).length
}

/** Where so many of the latest changes lead together, beyond chance; null where they lead nowhere. */
function directionOf(changes: readonly number[], count: number, chance: number): 1 | -1 | null {
  if (count < fewestTogether) return null
  const isAll = count === changes.length
  const before = isAll ? [] : changes.slice(0, -count)
  if (isAll ? count < fewestOfAll : before.length < fewestBefore) return null
  const latest = changes.slice(-count)
  const freedom = changes.length - (isAll ? 1 : 2)
  const variance = (squaresAbout(before) + squaresAbout(latest)) / freedom
  const likeness = likelyLikenessOf(isAll ? latest : before)
  const ofMean = (variance / count) * ((1 + likeness) / (1 - likeness))
  const mean = meanOf(latest)
  const isBeyond = ofMean > 0 && chanceOfLargerT(Math.abs(mean) / Math.sqrt(ofMean), freedom) <= chance
  const isOfLate = mean * meanOf(changes.slice(-year)) > 0
  if (!isBeyond || !isOfLate) return null
  return mean > 0 ? 1 : -1
}

function leapOf(changes: readonly number[]): 1 | -1 | null {
  const latest = changes.at(-1)
  const before = changes.slice(0, -1)
  if (latest === undefined || before.length < year) return null
  const deviation = Math.sqrt(squaresAbout(before) / (before.length - 1))
  const distance = latest - meanOf(before)
  if (!(Math.abs(distance) > farDeviations * deviation) || distance * latest <= 0) return null
  return latest > 0 ? 1 : -1
}

/** The row before the first of so many of the latest changes: from it on the figures moved. */
export function rowOfChange(values: readonly Observation[], count: number): number {
  const rows = changesOf(values).flatMap((change, row) => (isPresent(change) ? [row] : []))
  return Math.max(0, (rows.at(-count) ?? 1) - 1)
}
