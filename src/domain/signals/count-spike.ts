import { isFullOfGaps, isPresent, type Observation } from '../spc/observation.ts'
import { medianOf } from '../statistics/centre.ts'
import type { Change } from './change.ts'
import { spikeShare } from './change-shapes.ts'
import { areCounts, isRareCount } from './small-counts.ts'
import { chanceOfAtLeast } from './tail-chances.ts'

/** Fewer months than this leave no past to compare with. */
const fewestToCompare = 18
/** What is added to the cases of the past, so that none in three years is not taken for never (Jeffreys). */
const halfACase = 0.5

/** From this median on, cases are near enough to normal for the other tests. */
const largestMedian = 10

/**
 * A jump in the last month of a count of few cases: how likely so many, or more, would be if nothing had changed.
 * Cases come as a negative binomial with the mean of the months before, as spread as they were and never less than
 * chance alone would spread them, and a little more because the mean is only estimated. For rare counts it is the
 * one test there is; for others it has the share that every spike has. A list keeps so much of a month that already
 * was above its mean as each of its months is like the last. Null for large counts and what is none, for
 * series that are short or full of gaps, and where nothing has ever moved. Falls are not tested: from two cases
 * there is nowhere to fall to.
 *
 * @param likeness to the month before, of lists
 * @example 35 months of 0 to 7 cases, 2.6 on average, then 13 → chance about 1 in 20,000
 */
export function countSpike(observations: readonly Observation[], likeness = 0): Change | null {
  const known = observations.slice(observations.findIndex(isPresent))
  const last = known.at(-1)
  const before = known.slice(0, -1).filter(isPresent)
  if (!isPresent(last) || before.length + 1 < fewestToCompare) return null
  if (isFullOfGaps(known)) return null
  const cases = [...before, last]
  if (!areCounts(cases) || medianOf(cases) >= largestMedian) return null
  if (cases.every((count) => count === last)) return null
  const usual = (before.reduce((sum, value) => sum + value, 0) + halfACase) / before.length
  const mean = usual + likeness * Math.max(0, (before.at(-1) ?? usual) - usual)
  const variance = Math.max(mean, varianceOf(before)) + usual / before.length
  const share = isRareCount(cases) ? 1 : spikeShare
  const chance = Math.min(1, chanceOfAtLeast(last, mean, variance) / share)
  return { kind: 'spike', months: 1, direction: 1, chance, expected: null }
}

/** The plainer of what the tests of all series found and what the counts say of their last month. */
export function plainerOf(change: Change | null, spike: Change | null): Change | null {
  if (change === null || spike === null) return change ?? spike
  return spike.chance < change.chance ? spike : change
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}
