import { fitShape } from './least-squares.ts'
import { chanceOfLargerT } from './tail-chances.ts'

/** Changes are looked for in the last year, and must not pass for what went before. */
export const recentMonths = 12
/** A trend may be as old as the series or have begun later; under a year of it is none. */
const spans = [Number.POSITIVE_INFINITY, 18, 12]
const shortest = 12

export interface TrendBefore {
  /** rows before the last year that it has lasted */
  months: number
  direction: -1 | 1
  /** the chance of so plain a trend, in one of the spans tried, where there is none */
  chance: number
}

/**
 * The plainest straight rise or fall that had been under way when the last year began, and how plain it was.
 * Null where under a year lies before it.
 *
 * @example 24 months falling by 2 a month, noise 1, and a year of anything → 24 months, chance near 0
 */
export function findTrendBefore(values: readonly number[], likeness: number): TrendBefore | null {
  const earlier = values.slice(0, -recentMonths)
  if (earlier.length < shortest) return null
  const lengths = [...new Set(spans.map((span) => Math.min(span, earlier.length)))]
  const tried = lengths.map((months) => {
    const span = earlier.slice(-months)
    const { t, freedom } = fitShape(
      span,
      span.map((_, row) => row),
      likeness,
      'level',
    )
    const chance = Number.isNaN(t) ? 1 : Math.min(1, chanceOfLargerT(t, freedom) * lengths.length)
    return { months, direction: t < 0 ? (-1 as const) : (1 as const), chance }
  })
  return tried.reduce((best, one) => (one.chance < best.chance ? one : best))
}

/**
 * The mean that the last rows would have had if the straight line through the rows before them had gone on.
 *
 * @example 1, 2, 3, 4 and two rows more → 5.5
 */
export function expectedFromTrend(before: readonly number[], months: number): number {
  const middle = (before.length - 1) / 2
  let mean = 0
  let products = 0
  let spread = 0
  for (const [row, value] of before.entries()) {
    mean += value / before.length
    products += value * (row - middle)
    spread += (row - middle) ** 2
  }
  return mean + (products / spread) * (before.length + (months - 1) / 2 - middle)
}
