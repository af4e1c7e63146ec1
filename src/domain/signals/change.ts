import type { PreparedSeries } from './prepare-series.ts'
import { type ShapedChange, strongestChange, type Usual } from './strongest-change.ts'
import { tailsOf } from './tails.ts'
import { expectedFromTrend, findTrendBefore, recentMonths, type TrendBefore } from './trend-before.ts'
import { besideTrend, type MovementKind, usualMovements } from './usual-movement.ts'

export interface Change extends ShapedChange {
  /** the mean that the changed months would have had on the trend before; null where they are held to a level */
  expected: number | null
}

export interface FoundInSeries {
  /** null where the series cannot be tested */
  change: Change | null
  /** how much each month is believed to be like the one before */
  likeness: number
}

/** A trend this plain is what a series is held to; one that may be there must be departed from as well. */
const plainTrend = 1e-4
const possibleTrend = 0.05

/**
 * The strongest recent change of every series of a family, or null where it cannot be tested. A series that had
 * been rising or falling steadily when the last year began is held to that trend and not to a level, so that it
 * is not news that it goes on, and is news that it stalls. Where it may have been moving the way that its level
 * has changed, it must depart from both.
 *
 * @example 36 months falling by 2 a month → no plain change; 24 falling and 12 that stand still → a drift upwards
 */
export function changesOf(family: readonly PreparedSeries[], kind: MovementKind): FoundInSeries[] {
  const beliefs = usualMovements(family, kind)
  const tails = tailsOf(family, beliefs)
  return family.map((series, index) => {
    const { noise, leastOfSpike } = series
    const belief = beliefs[index] ?? []
    const usual = { belief, tails: tails[index] ?? [], noise, leastOfSpike }
    const likeness = belief.reduce((sum, { movement, weight }) => sum + weight * movement.likeness, 0)
    return { change: changeOf(series, usual), likeness }
  })
}

function changeOf(series: PreparedSeries, usual: Usual): Change | null {
  const { values } = series
  if (values.length === 0) return null
  const beside = { ...usual, belief: besideTrend(usual.belief) }
  const trend = findTrendBefore(values, beside.belief)
  const fromLevel = isPlain(trend) ? null : strongestChange(values, usual)
  const asBefore = fromLevel && { ...fromLevel, expected: null }
  if (trend === null || !mayBeTheTrend(fromLevel, trend)) return asBefore
  return weaker(asBefore, departure(series, trend, beside))
}

function isPlain(trend: TrendBefore | null | undefined): boolean {
  return trend !== null && trend !== undefined && trend.chance <= plainTrend
}

/** A change of level that points where a trend was going may be nothing but that trend. */
function mayBeTheTrend(fromLevel: ShapedChange | null, trend: TrendBefore): boolean {
  if (isPlain(trend)) return true
  return trend.chance <= possibleTrend && fromLevel?.direction === trend.direction
}

function departure({ filled, values }: PreparedSeries, trend: TrendBefore, usual: Usual): Change | null {
  const rows = trend.months + recentMonths
  const noise = usual.noise?.slice(-rows) ?? null
  const change = strongestChange(values.slice(-rows), { ...usual, noise }, 'trend')
  if (change === null) return null
  const before = filled.slice(-rows).slice(0, -change.months)
  return { ...change, expected: expectedFromTrend(before, change.months) }
}

/** Told as a change of level where both point the same way, else as what was not to be expected. */
function weaker(fromLevel: Change | null, fromTrend: Change | null): Change | null {
  if (fromLevel === null || fromTrend === null) return fromTrend
  const chance = Math.max(fromLevel.chance, fromTrend.chance)
  return fromLevel.direction === fromTrend.direction ? { ...fromLevel, chance } : { ...fromTrend, chance }
}
