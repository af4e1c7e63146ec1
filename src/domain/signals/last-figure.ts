import { isPresent, type Observation, presentValues } from '../spc/observation.ts'
import { meanOf, medianOf } from '../statistics/centre.ts'
import type { Cases } from './share-cases.ts'
import { areCounts, largeCount } from './small-counts.ts'
import { chanceOfAtLeast } from './tail-chances.ts'

/** What is added to the cases of the past, so that none in three years is not taken for never (Jeffreys). */
const halfACase = 0.5

/**
 * The least chance that a jump or fall to the last of some small counts has: of so many or more, or so few or fewer, as
 * a negative binomial as spread as the months before and never less than chance alone would spread them; both ways
 * looked at. On the square-root scale a fall to none would seem rarer than it is. 0 for what is no small count.
 *
 * @example 35 months around 8, then 0 → about 0.001, where the scale alone would say 0.00001
 */
export function leastChanceOfCount(values: readonly Observation[]): number {
  const counts = presentValues(values)
  const last = counts.at(-1)
  const before = counts.slice(0, -1)
  if (last === undefined || before.length < 2 || !areCounts(counts) || medianOf(counts) >= largeCount)
    return 0
  const mean = meanOf([...before, last > 0 ? halfACase : 0]) || halfACase
  const centre = meanOf(before)
  const spread = before.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (before.length - 1)
  const variance = Math.max(mean, spread) + mean / before.length
  const tail =
    last > centre ? chanceOfAtLeast(last, mean, variance) : 1 - chanceOfAtLeast(last + 1, mean, variance)
  return Math.min(1, 2 * tail)
}

/** The same for a share: of so many or more, or so few or fewer, of the last denominator (binomial). */
export function leastChanceOfShare({ met, of }: Cases): number {
  const rows = [...met.keys()].filter((row) => isPresent(met[row]))
  const last = rows.at(-1) ?? 0
  const before = rows.slice(0, -1)
  const cases = before.reduce((sum, row) => sum + (met[row] ?? 0), 0)
  const all = before.reduce((sum, row) => sum + (of[row] ?? 0), 0)
  const share = (cases + halfACase) / (all + 2 * halfACase)
  const size = Math.round(of[last] ?? 0)
  const count = Math.round(met[last] ?? 0)
  const isMany = count > share * size
  let chance = (1 - share) ** size
  let tail = 0
  for (let number = 0; number <= size; number += 1) {
    if (isMany ? number >= count : number <= count) tail += chance
    chance *= ((size - number) / (number + 1)) * (share / (1 - share))
  }
  return Math.min(1, 2 * tail)
}
