import type { SeriesPoint } from '../figures/figure.ts'

/** The high and the low that the ends of a series would hide, by their periods; null where which it is is not told. */
export interface Extremes {
  high?: string | null | undefined
  low?: string | null | undefined
}

type Present = Pick<SeriesPoint, 'period'> & { value: number }

/**
 * The highest or lowest figure where a quarter of the range lies between it and both ends. Of figures rounded to
 * `roundedBy` it is named where it would be of whatever they were before, and its month where no other is shown as far:
 * so officers, who see those, are named the same, and nothing of what is hidden decides.
 *
 * @param figures that may be compared, oldest first
 * @param roundedBy 0 of figures as they were received
 * @example 400 500 395 410 → the 500: 90 above both ends, of a range of 105
 */
export function highsAndLows(figures: readonly Present[], roundedBy = 0): Extremes {
  const [first] = figures
  const last = figures.at(-1)
  if (!first || !last) return {}
  const high = furthest(figures, 1)
  const low = furthest(figures, -1)
  const apart = (high.value - low.value + roundedBy) / 4 + roundedBy
  const nameOf = ({ period, value }: Present) =>
    roundedBy > 0 && figures.filter((one) => one.value === value).length > 1 ? null : period
  return {
    ...(high.value - Math.max(first.value, last.value) > apart ? { high: nameOf(high) } : {}),
    ...(Math.min(first.value, last.value) - low.value > apart ? { low: nameOf(low) } : {}),
  }
}

/** The first of those that lie furthest. */
export function furthest<Figure extends Present>(figures: readonly Figure[], way: 1 | -1): Figure {
  return figures.reduce((best, one) => ((one.value - best.value) * way > 0 ? one : best))
}
