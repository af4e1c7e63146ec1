/**
 * q-values of Benjamini and Hochberg (1995): the share of false alarms to be expected among all series whose
 * q-value is as small. Same order as given.
 *
 * q of the i-th smallest of m = the smallest, over j ≥ i, of p(j) × m ÷ j.
 *
 * @example 0.01, 0.04, 0.03 → 0.03, 0.04, 0.04
 */
export function falseDiscoveryRates(chances: readonly number[]): number[] {
  const order = chances.map((_, index) => index).sort((a, b) => (chances[b] ?? 1) - (chances[a] ?? 1))
  const rates = chances.map(() => 1)
  let smallest = 1
  for (const [place, index] of order.entries()) {
    const rank = chances.length - place
    smallest = Math.min(smallest, ((chances[index] ?? 1) * chances.length) / rank)
    rates[index] = smallest
  }
  return rates
}
