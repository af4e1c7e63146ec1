import { meanOf } from './centre.ts'

/** Correlation of neighbours; 0 where nothing differs. */
export function neighbourCorrelation(values: readonly number[]): number {
  const mean = meanOf(values)
  const products = values
    .slice(1)
    .reduce((sum, value, row) => sum + (value - mean) * ((values[row] ?? mean) - mean), 0)
  const squares = squaresAbout(values)
  return squares === 0 ? 0 : products / squares
}

/** How alike neighbours are, 0 at least; below 1, since it is of one series with itself. */
export function likenessOf(values: readonly number[]): number {
  return Math.max(0, neighbourCorrelation(values))
}

/**
 * The same with what a short series hides put back: on average it comes out lower by (1 + 4r) ÷ n (Kendall 1954,
 * Biometrika 41). At most 0.95, so that 1 ÷ (1 − r) stays finite.
 */
export function likelyLikenessOf(values: readonly number[]): number {
  const found = likenessOf(values)
  return Math.min(0.95, found + (1 + 4 * found) / values.length)
}

/** Sum of the squared distances from the mean. */
export function squaresAbout(values: readonly number[]): number {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}
