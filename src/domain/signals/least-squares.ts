/** Generalised least squares where each month is like the one before to a given degree. */

/** What each row adds to what the row before led one to expect; the first row scaled to weigh the same. */
export function withoutLikeness(values: readonly number[], likeness: number): number[] {
  return values.map((value, row) =>
    row === 0 ? value * Math.sqrt(1 - likeness ** 2) : value - likeness * (values[row - 1] ?? 0),
  )
}

/** What a series was doing before: keeping a level, or following a straight line. */
export type Past = 'level' | 'trend'

/** Values less the level, or the straight line, that fits them best. Both are taken without likeness. */
export function removePast(values: readonly number[], likeness: number, past: Past): number[] {
  const ones = values.map(() => 1)
  const level = withoutLikeness(ones, likeness)
  const whitened = removeShape(withoutLikeness(values, likeness), level)
  if (past === 'level') return whitened
  const line = withoutLikeness(
    ones.map((_, row) => row),
    likeness,
  )
  return removeShape(whitened, removeShape(line, level))
}

export interface Fit {
  /** of a change of size 1 in the shape */
  size: number
  /** the size in its standard errors */
  t: number
  freedom: number
}

/** How much of a shape there is in the values beside their level, or their straight line. */
export function fitShape(
  values: readonly number[],
  shape: readonly number[],
  likeness: number,
  past: Past,
): Fit {
  const observed = removePast(values, likeness, past)
  const change = removePast(shape, likeness, past)
  const weight = sumOfProducts(change, change)
  const size = sumOfProducts(observed, change) / weight
  const freedom = values.length - (past === 'trend' ? 3 : 2)
  const rest = Math.max(0, sumOfProducts(observed, observed) - size * size * weight)
  const t = rest === 0 ? Number.POSITIVE_INFINITY : size / Math.sqrt(rest / freedom / weight)
  return { size, t, freedom }
}

function removeShape(values: readonly number[], shape: readonly number[]): number[] {
  const height = sumOfProducts(values, shape) / sumOfProducts(shape, shape)
  return values.map((value, row) => value - height * (shape[row] ?? 0))
}

export function sumOfProducts(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (const [row, value] of a.entries()) sum += value * (b[row] ?? 0)
  return sum
}
