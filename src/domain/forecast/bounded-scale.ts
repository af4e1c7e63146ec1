/** What a value can be: percentages 0 to 100, counts from 0; null on a side that is open. */
export interface Bounds {
  lower: number | null
  upper: number | null
}

/** A scale on which values have no bounds, and the way back. */
export interface WorkingScale {
  toScale: (value: number) => number
  fromScale: (scaled: number) => number
}

/** How far beyond its bounds a share is stretched, so that 0% and 100% have a place on the scale. */
const stretch = 0.005

/**
 * The scale to forecast on, from what a value can be: square root of the distance from a single bound
 * (the spread of a count grows with it), log-odds between two, the values themselves where there is none.
 * Whatever comes back from the scale lies within the bounds.
 *
 * @example bounds from 0: 9 → 3 → 9, and −1 on the scale → 0
 */
export function workingScale({ lower, upper }: Bounds): WorkingScale {
  if (lower !== null && upper !== null) return logOdds(lower, upper)
  if (lower !== null) {
    return {
      toScale: (value) => Math.sqrt(Math.max(0, value - lower)),
      fromScale: (scaled) => lower + Math.max(0, scaled) ** 2,
    }
  }
  if (upper !== null) {
    return {
      toScale: (value) => -Math.sqrt(Math.max(0, upper - value)),
      fromScale: (scaled) => upper - Math.min(0, scaled) ** 2,
    }
  }
  return { toScale: (value) => value, fromScale: (scaled) => scaled }
}

function logOdds(lower: number, upper: number): WorkingScale {
  const width = upper - lower
  const within = (value: number) => Math.min(upper, Math.max(lower, value))
  return {
    toScale: (value) => {
      const share = ((within(value) - lower) / width + stretch) / (1 + 2 * stretch)
      return Math.log(share / (1 - share))
    },
    fromScale: (scaled) => {
      const share = 1 / (1 + Math.exp(-scaled))
      return within(lower + width * (share * (1 + 2 * stretch) - stretch))
    },
  }
}
