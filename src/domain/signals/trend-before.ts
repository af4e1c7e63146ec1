import { isPresent, type Observation } from '../spc/observation.ts'
import { type Design, designOf, studentOf } from './least-squares.ts'
import { remembering } from './remembering.ts'
import { noNews } from './strongest-change.ts'
import { sumOfProducts } from './sums.ts'
import { chanceOfLargerT } from './tail-chances.ts'
import type { Belief } from './usual-movement.ts'
import { keyOf } from './whitener.ts'

const designs = remembering<Omit<Design, 'recent'>>()

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
 * @param belief in how the series moves beside a trend
 * @example 24 months falling by 2 a month, noise 1, and a year of anything → 24 months, chance near 0
 */
export function findTrendBefore(values: readonly Observation[], belief: Belief): TrendBefore | null {
  const earlier = values.slice(0, -recentMonths)
  if (earlier.length < shortest || earlier.filter(isPresent).length < shortest / 2) return null
  const lengths = [...new Set(spans.map((span) => Math.min(span, earlier.length)))]
  const tried = lengths.map((length) => {
    const { chance, direction } = trendIn(earlier.slice(-length), belief)
    return { months: length, direction, chance: Math.min(1, chance * lengths.length) }
  })
  return tried.reduce((best, one) => (one.chance < best.chance ? one : best))
}

function trendIn(span: readonly Observation[], belief: Belief): Pick<TrendBefore, 'chance' | 'direction'> {
  const months = [...span.keys()].filter((row) => isPresent(span[row]))
  const figures = span.filter(isPresent)
  const isWhole = figures.length === span.length
  let chance = 0
  let leaning = 0
  let believed = 0
  for (const { movement, weight } of belief) {
    const make = () => designOf(movement, months, null, 'level', [months])
    const design = isWhole ? designs(`${keyOf(movement)} ${months.length}`, make) : make()
    const added = design.project(figures)
    const t = studentOf(added, sumOfProducts(added, added), design.directions[0] ?? [], design.freedom)
    chance += weight * (Number.isNaN(t) ? 1 : chanceOfLargerT(t, design.freedom))
    leaning += weight * Math.sign(t)
    believed += weight
    if (chance > noNews) break
  }
  return { chance: chance / believed, direction: leaning < 0 ? -1 : 1 }
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
