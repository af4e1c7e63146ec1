import { fitLeastSquares, type LeastSquares } from './least-squares.ts'

/**
 * Regression for counts: what is expected of a row is e to the power of Σ coefficient × column. Coefficients and their
 * errors are on the scale of logarithms; errors are widened where counts vary more than chance makes them; residuals
 * are in standard deviations of chance (Pearson).
 */
export type CountRegression = LeastSquares

const mostSteps = 60
const closeEnough = 1e-8
/** No count is expected above e^20 or below e^−20: a coefficient that goes there has no end. */
const furthest = 20
/** Working figures of a count of none, whose logarithm has no end. */
const smallestStart = 0.1

/**
 * Quasi-Poisson regression with a logarithmic link, by least squares again and again (Nelder and Wedderburn 1972,
 * Wedderburn 1974). Counts vary as `dispersion` × what is expected, estimated by Pearson's statistic and never below
 * 1. Null where the counts name no size: a column without any count, or columns that say the same twice.
 *
 * @example rows [1, 0], [1, 0], [1, 1], [1, 1] of counts 4, 6, 1, 4 → e^1.609 = 5, e^−0.693 = half as many
 */
export function fitCounts(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
): CountRegression | null {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  let expected = counts.map((count) => Math.max(smallestStart, (count + mean) / 2))
  let coefficients: number[] = []
  for (let step = 0; step < mostSteps; step += 1) {
    const fit = stepOf(rows, counts, expected)
    if (fit === null) return null
    const before = coefficients
    coefficients = fit.coefficients
    const logs = rows.map((row) =>
      row.reduce((sum, cell, column) => sum + cell * (coefficients[column] ?? 0), 0),
    )
    if (logs.some((log) => !(Math.abs(log) < furthest))) return null
    expected = logs.map(Math.exp)
    const isSettled = coefficients.every(
      (size, column) => Math.abs(size - (before[column] ?? Infinity)) < closeEnough,
    )
    if (isSettled) return { ...fit, ...spreadOf(counts, expected, fit) }
  }
  return null
}

/** Working figures about what is expected, in units of chance. */
function stepOf(
  rows: readonly (readonly number[])[],
  counts: readonly number[],
  expected: readonly number[],
) {
  return fitLeastSquares(
    rows.map((row, index) => row.map((cell) => cell * Math.sqrt(expected[index] ?? 0))),
    counts.map((count, index) => {
      const usual = expected[index] ?? 1
      return Math.sqrt(usual) * (Math.log(usual) + (count - usual) / usual)
    }),
  )
}

/** Errors are wider by the root of the dispersion, and never narrower than chance alone makes them. */
function spreadOf(counts: readonly number[], expected: readonly number[], fit: LeastSquares) {
  const residuals = counts.map((count, row) => (count - (expected[row] ?? 1)) / Math.sqrt(expected[row] ?? 1))
  const dispersion = residuals.reduce((sum, residual) => sum + residual ** 2, 0) / fit.freedom
  const wider = Math.sqrt(Math.max(1, dispersion))
  return { residuals, standardErrors: fit.unitErrors.map((error) => error * wider) }
}
