import { chanceOfLargerT } from '../../signals/tail-chances.ts'
import { meanOf } from '../../statistics/centre.ts'
import { likenessOf, squaresAbout } from '../../statistics/likeness.ts'
import { ranksOf } from '../../statistics/ranks.ts'
import type { RecentChange } from './compare-recent.ts'

/** What chance alone may tell of a series without change. */
const bearable = 0.02
const fewest = 8
const mostRows = 6
/** Of a short series fewer rows are its latest: they are to be set against more than themselves. */
const largestShare = 0.4

/**
 * Whether the latest rows lie higher or lower than those before, together: Wilcoxon's rank sum by the t of the ranks
 * (Conover and Iman 1981, "Rank transformations", American Statistician 35), two-sided at 2%. Six rows are the latest,
 * or four in ten of a short series. By ranks no figure weighs more for lying far out, and equal figures share a rank.
 * Where neighbours are alike by r, as the rows before are, the variance of a mean is (1 + r) ÷ (1 − r) times as large.
 * Takes present values in order; null where nothing differs or fewer than eight are present.
 *
 * @example 30 figures about 50, then six about 62, standard deviation 6 → higher, 6 rows
 */
export function compareWithBefore(values: readonly number[]): RecentChange | null {
  if (values.length < fewest) return null
  const rows = Math.min(mostRows, Math.floor(values.length * largestShare))
  const ranks = ranksOf(values)
  const before = ranks.slice(0, -rows)
  const latest = ranks.slice(-rows)
  const freedom = values.length - 2
  const variance = (squaresAbout(before) + squaresAbout(latest)) / freedom
  const difference = meanOf(latest) - meanOf(before)
  if (difference === 0) return null
  const likeness = likenessOf(before)
  const ofMeans = variance * (1 / before.length + 1 / latest.length) * ((1 + likeness) / (1 - likeness))
  const chance = ofMeans > 0 ? chanceOfLargerT(Math.abs(difference) / Math.sqrt(ofMeans), freedom) : 0
  return chance > bearable ? null : { direction: difference > 0 ? 1 : -1, rows }
}
