import { sumOfProducts } from './sums.ts'
import { type UsualMovement, whitenerOf } from './whitener.ts'

/** Generalised least squares where a series moves by itself in a given way. */

/** What a series was doing before: keeping a level, or following a straight line. */
export type Past = 'level' | 'trend'

export interface Design {
  /** figures as what each month adds by itself, less the level or the line that fits them best */
  project: (figures: readonly number[]) => number[]
  /** the same again, of what has been pulled in since */
  reproject: (added: readonly number[]) => number[]
  /** each shape as a direction of length 1 among what is left; empty where the past leaves nothing of it */
  directions: number[][]
  freedom: number
  /** how many of the figures are of the months in which a change of variation would lie */
  recent: number
}

const dust = 1e-9

/** @param shapes what a change of each kind adds to each of the months, for a change of size 1 */
export function designOf(
  movement: UsualMovement,
  months: readonly number[],
  noise: readonly number[] | null,
  past: Past,
  shapes: readonly (readonly number[])[],
): Omit<Design, 'recent'> {
  const { whiten } = whitenerOf(movement, months, noise)
  const basis: number[][] = []
  const reproject = (added: readonly number[]) => basis.reduce<readonly number[]>(removeUnit, added).slice()
  const lines = past === 'level' ? [months.map(() => 1)] : [months.map(() => 1), [...months]]
  for (const line of lines) basis.push(unitOf(reproject(whiten(line))))
  const project = (figures: readonly number[]) => reproject(whiten(figures))
  const directions = shapes.map((shape) => {
    const left = project(shape)
    return sumOfProducts(left, left) < dust * sumOfProducts(shape, shape) ? [] : unitOf(left)
  })
  return { project, reproject, directions, freedom: months.length - basis.length - 1 }
}

function removeUnit(values: readonly number[], unit: readonly number[]): number[] {
  const height = sumOfProducts(values, unit)
  return values.map((value, row) => value - height * (unit[row] ?? 0))
}

function unitOf(values: readonly number[]): number[] {
  const length = Math.sqrt(sumOfProducts(values, values))
  return values.map((value) => value / length)
}

/**
 * How much of a direction there is in what is left, in its standard errors.
 *
 * @param squares their sum in what is left
 */
export function studentOf(
  added: readonly number[],
  squares: number,
  direction: readonly number[],
  freedom: number,
): number {
  const size = sumOfProducts(added, direction)
  const rest = squares - size * size
  if (rest > 0) return size / Math.sqrt(rest / freedom)
  return size === 0 ? 0 : Math.sign(size) * Number.POSITIVE_INFINITY
}
