/** A trend is looked for in the last three years. */
const trendMonths = 36

/**
 * Change per month that the data show, or 0: the least-squares slope of the last 36 months, shrunk by its
 * own evidence, slope × max(0, 1 − evidence ÷ t²), where t is the slope in standard errors that allow for each
 * month resembling the one before. A drifting series has slopes that mean nothing; most of them come out 0.
 *
 * @example a straight rise of 2 a month → 2; noise around a level → 0
 */
export function findTrend(values: readonly number[], evidence: number): number {
  const recent = values.slice(-trendMonths)
  const count = recent.length
  if (count < 4) return 0
  const middle = (count - 1) / 2
  const mean = recent.reduce((sum, value) => sum + value, 0) / count
  let covariance = 0
  let spread = 0
  for (const [row, value] of recent.entries()) {
    covariance += (row - middle) * (value - mean)
    spread += (row - middle) ** 2
  }
  const slope = covariance / spread
  const residuals = recent.map((value, row) => value - mean - slope * (row - middle))
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0)
  if (squares === 0) return slope
  const likeness = lagOneLikeness(residuals, squares)
  const squaredError = (squares / (count - 2) / spread) * ((1 + likeness) / (1 - likeness))
  return slope * Math.max(0, 1 - (evidence * squaredError) / slope ** 2 || 0)
}

/** Lag-one autocorrelation with the usual correction for its downward bias, held within 0 and 0.9. */
function lagOneLikeness(residuals: readonly number[], squares: number): number {
  let products = 0
  for (const [row, residual] of residuals.entries()) products += residual * (residuals[row - 1] ?? 0)
  const raw = products / squares
  return Math.min(0.9, Math.max(0, raw + (1 + 3 * raw) / residuals.length))
}
