import { meanOf } from '../statistics/centre.ts'
import { typicalOf, yearlyLevel } from '../statistics/yearly-level.ts'
import { isPresent, type Observation, presentValues } from './observation.ts'

const monthsInYear = 12
/** Two years that rise and fall alike may do so by chance. */
const fewestMonths = 3 * monthsInYear
/** A figure is set beside those of the same month in at least so many other years. */
const fewestOthers = 2
/**
 * Months differ among themselves by so many times more than within themselves (the ratio of variances F), and so the
 * season makes at least half of all that varies. Of 36 figures that know nothing of each other 3 in 10,000 do.
 */
const plainRatio = 5

/**
 * Monthly figures without the time of year, where that is plain: each less what its month adds in the other years, its
 * own left out, since a figure must not explain itself. What a month adds is learnt from distances to the level of the
 * year about it (yearly-level.ts), so that a trend is no season. Where the season swells with the level, logarithms
 * are taken: what comes back can be judged, and is no figure to be shown. Missing figures stay missing.
 *
 * Null where no season is plain: fewer than 36 figures, a month held in fewer than three years, or months that differ
 * among themselves by less than five times the variance within them.
 *
 * @param values a row a month, in date order
 *
 * @example three years of the same twelve values, the last of them 10 higher → level but for the last, 10 higher
 */
export function figuresWithoutSeason(values: readonly Observation[]): Observation[] | null {
  const present = presentValues(values)
  if (present.length < fewestMonths) return null
  const asTheyAre = splitSeason(values)
  const inProportion = present.every((value) => value > 0)
    ? splitSeason(values.map((value) => (isPresent(value) ? Math.log(value) : null)))
    : null
  const plainest = [asTheyAre, inProportion]
    .filter((split) => split !== null)
    .sort((a, b) => b.ratio - a.ratio)[0]
  return plainest && plainest.ratio >= plainRatio ? plainest.without : null
}

interface SplitSeason {
  ratio: number
  without: Observation[]
}

function splitSeason(values: readonly Observation[]): SplitSeason | null {
  const level = yearlyLevel(bridged(values), monthsInYear)
  const distances = values.map((value, row) => (isPresent(value) ? value - (level[row] ?? value) : null))
  const byMonth = Array.from({ length: monthsInYear }, (_, month) =>
    presentValues(distances.filter((_, row) => row % monthsInYear === month)),
  )
  if (byMonth.some((month) => month.length <= fewestOthers)) return null
  const centre = meanOf(byMonth.map(typicalOf))
  const without = values.map((value, row) => {
    const own = distances[row]
    if (!isPresent(value) || !isPresent(own)) return null
    const others = [...(byMonth[row % monthsInYear] ?? [])]
    others.splice(others.indexOf(own), 1)
    return value - (typicalOf(others) - centre)
  })
  return { ratio: varianceRatio(byMonth), without }
}

/** How much more months differ among themselves than within themselves: F of an analysis of variance. */
function varianceRatio(byMonth: readonly number[][]): number {
  const all = byMonth.flat()
  const mean = meanOf(all)
  let among = 0
  let within = 0
  for (const month of byMonth) {
    const own = meanOf(month)
    among += month.length * (own - mean) ** 2
    within += month.reduce((sum, distance) => sum + (distance - own) ** 2, 0)
  }
  if (among === 0) return 0
  return among / (byMonth.length - 1) / (within / (all.length - byMonth.length))
}

/** Gaps closed by straight lines, for the level of the year alone. */
function bridged(values: readonly Observation[]): number[] {
  const known = values.flatMap((value, row) => (isPresent(value) ? [{ row, value }] : []))
  return values.map((value, row) => {
    if (isPresent(value)) return value
    const before = known.findLast((one) => one.row < row)
    const after = known.find((one) => one.row > row)
    if (!before || !after) return (before ?? after)?.value ?? 0
    return before.value + ((after.value - before.value) * (row - before.row)) / (after.row - before.row)
  })
}
