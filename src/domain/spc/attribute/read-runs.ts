import { isPresent, type Observation } from '../observation.ts'
import { fewestInTail } from './binomial.ts'

/** What runs about the centre line say of one segment. */
export interface Runs {
  /** points that are not on the centre line */
  useful: number
  longestRun: number
  /** a longer run is rare by chance; null where no point is useful */
  longestRunMax: number | null
  crossings: number
  /** fewer crossings are rare by chance; null where no point is useful */
  crossingsMin: number | null
  signal: boolean
}

/**
 * Runs about the centre line. A run is a stretch of useful points on one side; points on the line, and missing ones,
 * neither count to it nor break it. A signal is a run longer than log₂(useful) + 3, rounded, or fewer crossings than
 * the 5th percentile of as many fair coins as there are steps between useful points. Anhøj and Olesen 2014, "Run charts
 * revisited", PLoS ONE 9(11); Anhøj 2015, "Diagnostic value of run chart analysis", PLoS ONE 10(3).
 *
 * @example 60 useful points → a run of 10, or 22 crossings, is a signal
 */
export function readRuns(values: readonly Observation[], centres: readonly (number | null)[]): Runs {
  const sides = usefulSides(values, centres)
  let run = 0
  let longestRun = 0
  let crossings = 0
  for (const [row, side] of sides.entries()) {
    const goesOn = side === sides[row - 1]
    if (!goesOn && row > 0) crossings += 1
    run = goesOn ? run + 1 : 1
    longestRun = Math.max(longestRun, run)
  }
  const useful = sides.length
  if (useful === 0) {
    return { useful, longestRun, longestRunMax: null, crossings, crossingsMin: null, signal: false }
  }
  const longestRunMax = longestRunByChance(useful)
  const crossingsMin = fewestInTail(useful - 1, 0.05)
  return {
    useful,
    longestRun,
    longestRunMax,
    crossings,
    crossingsMin,
    signal: longestRun > longestRunMax || crossings < crossingsMin,
  }
}

/** The longest run that chance makes of so many useful points. @example 60 → 9 */
export function longestRunByChance(useful: number): number {
  return Math.round(Math.log2(useful) + 3)
}

function usefulSides(values: readonly Observation[], centres: readonly (number | null)[]): boolean[] {
  return values.flatMap((value, row) => {
    const centre = centres[row]
    return isPresent(value) && isPresent(centre) && value !== centre ? [value > centre] : []
  })
}
