import { leastTold } from './chance-words.ts'
import type { Forecast } from './forecast.ts'
import { simulatePaths } from './simulate-paths.ts'

/** What is drawn of a month ahead. */
export interface Interval {
  median: number
  lower80: number
  upper80: number
  lower95: number
  upper95: number
}

/**
 * Median and intervals of the first months ahead, read from the paths on which the chances of a target are counted:
 * what is drawn and what is said of a target are one. Of whole numbers they are whole. The number that came most often
 * is within, where it is the least that can be, came more often than an interval leaves out and may come again: whoever
 * saw 0 in every third month does not believe "1 to 12".
 *
 * @example rising by 7 for 30 months, falling by 7 for twelve → a median that goes on falling
 */
export function fanOfPaths({ joint }: Pick<Forecast, 'joint'>, months = joint.seasonal.length): Interval[] {
  const { count, steps, values: drawn } = simulatePaths(joint)
  return Array.from({ length: Math.min(months, steps) }, (_, step) => {
    const paths = new Float64Array(count)
    for (let path = 0; path < count; path += 1) paths[path] = drawn[path * steps + step] ?? 0
    paths.sort()
    const figureAt = (share: number) => {
      const value = joint.scale.fromScale(paths[Math.round(share * (count - 1))] ?? 0)
      return joint.isWhole ? Math.round(value) : value
    }
    const upTo = (whole: number) => shareUpTo(paths, joint, whole)
    const holding = (share: number): Ends => {
      const ends: Ends = [figureAt((1 - share) / 2), figureAt((1 + share) / 2)]
      if (!joint.isWhole) return ends
      const nearest = nearestWholes(ends, share, upTo)
      const { commonBound: common } = joint
      const isLeftOut =
        common !== null &&
        common.share > 1 - share &&
        nearest[0] > common.value &&
        upTo(common.value) >= leastTold
      return isLeftOut ? [common.value, nearest[1]] : nearest
    }
    const [lower80, upper80] = holding(0.8)
    const [lower95, upper95] = holding(0.95)
    return { median: figureAt(0.5), lower80, upper80, lower95, upper95 }
  })
}

type Ends = [number, number]

/**
 * Of whole numbers each is within or without as a whole: either end gives way by one where what is held then comes
 * nearer to the share, as it does of what is rare, where nought is held whole.
 */
function nearestWholes([lower, upper]: Ends, share: number, upTo: (whole: number) => number): Ends {
  const narrower: Ends[] = [
    [lower, upper - 1],
    [lower + 1, upper],
    [lower + 1, upper - 1],
  ]
  const missOf = ([from, to]: Ends) => Math.abs(upTo(to) - upTo(from - 1) - share)
  return narrower
    .filter(([from, to]) => from <= to)
    .reduce<Ends>((best, one) => (missOf(one) < missOf(best) ? one : best), [lower, upper])
}

/** How much of the paths is a whole number or less, which stands for all that lies nearest to it. */
function shareUpTo(sorted: Float64Array, { scale, bounds }: Forecast['joint'], whole: number): number {
  if (bounds.lower !== null && whole < bounds.lower) return 0
  if (bounds.upper !== null && whole >= bounds.upper) return 1
  const end = scale.toScale(whole + 0.5)
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle] ?? 0) < end) from = middle + 1
    else to = middle
  }
  return from / sorted.length
}
