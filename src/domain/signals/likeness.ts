import { type Past, removePast, sumOfProducts } from './least-squares.ts'

/** How much each month resembles the one before, beyond a common level: lag-one autocorrelation. */

/** Below none, and above this, the tests would say nothing sensible. */
const largestLikeness = 0.9
/** The last year is where changes are looked for, and a change would pass for likeness. */
const recentMonths = 12
const arithmeticDust = 1e-20
/** How far an estimate falls short on average, over the number of months: short + perLikeness × likeness. */
const shortfall: Record<Past, { short: number; perLikeness: number }> = {
  level: { short: 1, perLikeness: 3 },
  trend: { short: 2, perLikeness: 4 },
}
/** Of fewer months nothing can be said, and the correction for their bias has no value at three. */
const fewestMonths = 6

/**
 * The likeness of every series of a family: its own estimate from the months before the last year, drawn
 * towards the family's mean by how unsure it is. A series of 24 months knows its own likeness to about ±0.2,
 * a family of 200 knows theirs well; where series truly differ, each keeps more of its own.
 *
 * Own estimate around a level = (r + 1 ÷ n) ÷ (1 − 3 ÷ n): on average r falls short by (1 + 3 × likeness) ÷ n
 * (Kendall 1954). Beside a trend it falls short by (2 + 4 × likeness) ÷ n.
 */
export function likenessOf(family: readonly (readonly number[])[], past: Past = 'level'): number[] {
  const estimates = family.map((values) => ownLikeness(values, past))
  const known = estimates.filter((estimate) => estimate !== null)
  if (known.length === 0) return family.map(() => 0)
  const mean = known.reduce((sum, { value }) => sum + value, 0) / known.length
  const spread =
    known.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length - 1)
  const noise = known.reduce((sum, { variance }) => sum + variance, 0) / known.length
  const differ = known.length === 1 ? 1 : Math.max(0, spread - noise)
  return estimates.map((estimate) => {
    const own = estimate === null ? 0 : differ / (differ + estimate.variance)
    const drawn = mean + own * ((estimate?.value ?? mean) - mean)
    return Math.min(largestLikeness, Math.max(0, drawn))
  })
}

function ownLikeness(values: readonly number[], past: Past): { value: number; variance: number } | null {
  const earlier = values.slice(0, Math.max(values.length - recentMonths, Math.ceil(values.length / 2)))
  const count = earlier.length
  if (count < fewestMonths) return null
  const beside = removePast(earlier, 0, past)
  const squares = sumOfProducts(beside, beside)
  if (squares <= arithmeticDust * sumOfProducts(earlier, earlier)) return null
  const raw = sumOfProducts(beside.slice(1), beside) / squares
  const { short, perLikeness } = shortfall[past]
  const unbiased = 1 - perLikeness / count
  const value = Math.min(1, (raw + short / count) / unbiased)
  return { value, variance: Math.max(0.1, 1 - value * value) / count / unbiased ** 2 }
}
