/**
 * Arithmetic mean that is right to the last bit: Neumaier's compensated sum, then one correction by the
 * mean of the residuals. A plain running sum makes 0.09999999999999999 of twelve values of 0.1, which would
 * turn a constant series into a false shift. Specification: spc.md, section 16.
 *
 * Takes present values only; null where there are none.
 *
 * @example twelve values of 0.1 → 0.1
 */
export function accurateMean(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const mean = compensatedSum(values, 0) / values.length
  return mean + compensatedSum(values, mean) / values.length
}

/** Σ (value − origin), carrying the bits that each addition loses (Neumaier 1974). */
function compensatedSum(values: readonly number[], origin: number): number {
  let sum = 0
  let lost = 0
  for (const value of values) {
    const term = value - origin
    const next = sum + term
    lost += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
    sum = next
  }
  return sum + lost
}
