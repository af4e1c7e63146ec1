/** The ends of a scale. */
export interface Extent {
  low: number
  high: number
}

/**
 * What a measure is held against may stand this many heights of the scale beyond its end before it leaves the scale
 * to the figures; a figure itself, which is what the picture is about, more.
 */
const mostHeights = { level: 4, figure: 9 } as const
/** Fewer figures than this say nothing of what is usual among them. */
const enoughToTell = 8
/** At most this share of the figures may lie off the scale. */
const largestShareOff = 1 / 8

/**
 * Whether a level would flatten what a scale shows: it lies more than four heights of the scale beyond an end, so
 * that everything else would have less than a fifth of the picture. A scale's height is taken from zero, where
 * an axis would begin.
 *
 * @example figures 24 to 36: a target of 180 is near, one of 181 far; figures 8,800 to 9,200: a target of 30 is near
 */
export function isFar(level: number, extent: Extent): boolean {
  return liesBeyond(level, extent, mostHeights.level)
}

function liesBeyond(level: number, { low, high }: Extent, heights: number): boolean {
  const [bottom, top] = [Math.min(low, 0), Math.max(high, 0)]
  const reach = heights * (top - bottom)
  return reach > 0 && (level > top + reach || level < bottom - reach)
}

/**
 * The ends of the figures that a scale is made for: all of them, but for the few that would leave the others less than
 * a tenth of the picture. Null without figures.
 *
 * @example 30, 31, … of which one is 9,000 → 24 to 36; where half of them are 9,000 → 24 to 9,000
 */
export function extentOf(figures: readonly number[]): Extent | null {
  const sorted = figures.toSorted((a, b) => a - b)
  const [lowest] = sorted
  const highest = sorted.at(-1)
  if (lowest === undefined || highest === undefined) return null
  const most = sorted.length < enoughToTell ? 0 : Math.floor(sorted.length * largestShareOff)
  for (let off = most; off > 0; off -= 1) {
    // as many from below as from above, and every share of the two between
    for (let above = off; above >= 0; above -= 1) {
      const below = off - above
      const kept = sorted.slice(below, sorted.length - above)
      const extent = { low: kept[0] ?? lowest, high: kept.at(-1) ?? highest }
      const areOff = [...sorted.slice(0, below), ...sorted.slice(sorted.length - above)]
      if (areOff.every((figure) => liesBeyond(figure, extent, mostHeights.figure))) return extent
    }
  }
  return { low: lowest, high: highest }
}

/** Which side of a scale a level lies on; null where it lies on it. */
export function sideOf(level: number, { low, high }: Extent): 'above' | 'below' | null {
  if (level > high) return 'above'
  return level < low ? 'below' : null
}
