import type { Bounds } from '../measures/bounds.ts'

/** A scale on which values have no bounds, and the way back. */
export interface WorkingScale {
  toScale: (value: number) => number
  fromScale: (scaled: number) => number
}

/** Makes the spread of a count's square root nearly the same from a mean of 1 on (Anscombe 1948). */
const atRoot = 3 / 8

/**
 * The scale to forecast on, from what a value can be, on which chance alone spreads every level alike: square root of
 * the distance from a single bound, as counts have it; the angle whose squared sine a share is between two, which 0%
 * and 100% have a place on; the values themselves where there is none. Whatever comes back lies within the bounds.
 *
 * @example bounds from 0: 9 → 3.06 → 9, and −1 on the scale → 0; bounds from 0 to 100: 50 → 0.785, 100 → 1.571
 */
export function workingScale({ lower, upper }: Bounds): WorkingScale {
  if (lower !== null && upper !== null) return angle(lower, upper)
  if (lower !== null) {
    return {
      toScale: (value) => root(value - lower),
      fromScale: (scaled) => lower + fromRoot(scaled),
    }
  }
  if (upper !== null) {
    return {
      toScale: (value) => -root(upper - value),
      fromScale: (scaled) => upper - fromRoot(-scaled),
    }
  }
  return { toScale: (value) => value, fromScale: (scaled) => scaled }
}

function root(distance: number): number {
  return Math.sqrt(Math.max(0, distance) + atRoot)
}

function fromRoot(scaled: number): number {
  return Math.max(0, Math.max(0, scaled) ** 2 - atRoot)
}

function angle(lower: number, upper: number): WorkingScale {
  const width = upper - lower
  const shareOf = (value: number) => Math.min(1, Math.max(0, (value - lower) / width))
  return {
    toScale: (value) => Math.asin(Math.sqrt(shareOf(value))),
    fromScale: (scaled) => lower + width * Math.sin(Math.min(Math.PI / 2, Math.max(0, scaled))) ** 2,
  }
}
