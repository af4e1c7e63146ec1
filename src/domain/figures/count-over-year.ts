import { needsProtection } from '../disclosure/protect.ts'
import type { Audience } from '../editions/publication.ts'
import type { KpiDefinition } from '../measures/measure.ts'
import { addPeriods, periodRange, periodsInMonths } from '../periods/period.ts'
import { breakBetween, type DefinitionBreak } from './comparability.ts'
import type { SeriesPoint } from './figure.ts'

export type YearCount =
  /** `cases`: what the count is a part of, over the same twelve months; null where a period does not say */
  | { kind: 'count'; from: string; count: number; cases: number | null }
  | { kind: 'incomplete' }
  | { kind: 'not-comparable' }

export type YearCountMeasure = Pick<KpiDefinition, 'unit' | 'aggregation' | 'frequency' | 'sdc'> & {
  breaks: readonly DefinitionBreak[]
}

/**
 * Whether the counts of one category may be added up over months. Events happen once (S, and each category of X by
 * itself); rounded and withheld figures are never added up, so a protected set has no such count.
 *
 * @example enquiries by type, exact → true; the same, protected → false; a list at month end → false
 */
export function mayCountOverYear(
  kpi: Pick<YearCountMeasure, 'unit' | 'aggregation' | 'sdc'>,
  audience: Audience,
): boolean {
  const isEvents = kpi.unit === 'count' && (kpi.aggregation === 'S' || kpi.aggregation === 'X')
  return isEvents && (audience === 'exact' || !needsProtection(kpi))
}

/**
 * A category's events over the twelve months that end with a period: Σ value over 12 months or 4 quarters, for
 * counts too rare to be read a month at a time. Only where `mayCountOverYear` says so. One missing or withheld period makes the
 * year incomplete; a change of definition within it makes its halves incomparable. Categories are never added to
 * each other.
 *
 * @example 1, 0, 2 and nine months of 1 → 12; with one month missing → incomplete
 */
export function countOverYear(
  kpi: Pick<YearCountMeasure, 'frequency' | 'breaks'>,
  points: readonly SeriesPoint[],
  to: string,
): YearCount {
  const from = addPeriods(to, 1 - periodsInMonths(kpi.frequency, 12))
  if (breakBetween(kpi.breaks, from, to)) return { kind: 'not-comparable' }
  const held = new Map(points.map((point) => [point.period, point]))
  let count = 0
  let cases: number | null = 0
  for (const period of periodRange(from, to)) {
    const { value = null, n = null } = held.get(period) ?? {}
    if (value === null) return { kind: 'incomplete' }
    count += value
    cases = cases === null || n === null ? null : cases + n
  }
  return { kind: 'count', from, count, cases }
}
