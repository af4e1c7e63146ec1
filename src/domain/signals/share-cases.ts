import { isPresent, type Observation, presentValues } from '../spc/observation.ts'
import { meanOf } from '../statistics/centre.ts'

export interface KnownShares {
  /** what each row is out of */
  denominators: readonly Observation[]
  /** what the figure of all of them would be */
  whole: 1 | 100
}

/** A share as cases of those it is out of, by row. */
export interface Cases {
  met: Observation[]
  /** for a missing row the usual number, which nothing rests on */
  of: number[]
}

/** Where the noise of months differs by less than this, weighing them changes nothing that matters. */
const likeEnough = 1.5

export function sizesFrom({ denominators, whole }: KnownShares, start: number, end: number): KnownShares {
  return { denominators: denominators.slice(start, end), whole }
}

/**
 * The cases of every figure, where each is a share of a known number; else null: no share, or a rate of more than one.
 *
 * @example 50% of 40, 25% of 20 → 20 of 40, 5 of 20
 */
export function casesOf(rows: readonly Observation[], { denominators, whole }: KnownShares): Cases | null {
  const parts = rows.map((value) => (isPresent(value) ? value / whole : null))
  const sizes = parts.map((part, row) => (isPresent(part) ? (denominators[row] ?? 0) : null))
  const isShare = parts.every((part) => !isPresent(part) || (part >= 0 && part <= 1))
  const known = presentValues(sizes)
  if (!isShare || !known.every((size) => size > 0)) return null
  const usual = meanOf(known)
  const met = parts.map((part, row) => (isPresent(part) ? part * (sizes[row] ?? 0) : null))
  return { met, of: sizes.map((size) => size ?? usual) }
}

/** On the scale where chance makes as much noise at each share (Anscombe 1948), more of it the fewer the cases. */
export function onSteadyScale({ met, of }: Cases): { values: Observation[]; noise: number[] | null } {
  const usual = meanOf(of)
  const noise = of.map((size) => Math.sqrt((usual + 0.5) / (size + 0.5)))
  return {
    values: met.map((count, row) =>
      isPresent(count) ? Math.asin(Math.sqrt((count + 3 / 8) / ((of[row] ?? 1) + 3 / 4))) : null,
    ),
    noise: Math.max(...noise) < likeEnough * Math.min(...noise) ? null : noise,
  }
}
