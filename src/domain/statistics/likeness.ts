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

/**
 * The same of what is left of few figures about a trend, or about two levels, that were fitted to them: fitting takes
 * about 3.5 ÷ n of it away first (docs/calculations.md#the-chart-of-a-series).
 */
export function likenessOfResiduals(residuals: readonly number[]): number {
  const found = Math.max(0, neighbourCorrelation(residuals) + 3.5 / residuals.length)
  return Math.min(0.9, found + (1 + 4 * found) / residuals.length)
}

/** How many times as large the variance of a mean is where neighbours are alike by r. @example 0.5 → 3 */
export function inflationOf(likeness: number): number {
  return (1 + likeness) / (1 - likeness)
}

/** Sum of the squared distances from the mean. */
export function squaresAbout(values: readonly number[]): number {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
}
