import type { SeriesAnalysis } from '../../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import { breakBetween } from '../../figures/comparability.ts'
import { furthestMonths } from '../../forecast/forecast.ts'
import { isLessLikely } from '../../forecast/odds-words.ts'
import type { ReachedTarget } from '../../forecast/reached-target.ts'
import { formatNumber } from '../../measures/format.ts'
import { periodsBetween } from '../../periods/period.ts'
import type { TrendPoint } from '../points.ts'
import type { Fact } from './fact.ts'

/** Months whose average net reduction is carried forward. */
const recentMonths = 6
/** Further away than this the sum says nothing that anybody could plan by. */
const mostMonths = 120

/** What is foretold of the same list, and whether it comes and goes with the year. */
type Outlook = Pick<SeriesAnalysis, 'reach' | 'hasSeason'>

/**
 * How long a list would take to come down to its target at the average net reduction of the last six months:
 * stated arithmetic, no forecast. Null for anything but a monthly list that is to fall and is above its target;
 * where the latest month, or the one six months before it, has no figure, or what is counted changed between them; where
 * the list has a season, since half a year of it is the season; and where the outlook beside it denies the sum.
 *
 * @example 360 in March, 300 in September, target 150 → 10 a month → 'About 15 months'
 */
export function workOffBacklog(
  kpi: Pick<DescribedKpi, 'aggregation' | 'unit' | 'direction' | 'frequency' | 'breaks'>,
  points: readonly Pick<TrendPoint, 'period' | 'value'>[],
  target: number | null,
  { reach, hasSeason = false }: Outlook,
): Fact | null {
  const isList =
    kpi.aggregation === 'P' && kpi.unit === 'count' && kpi.direction === 'down' && kpi.frequency === 'month'
  const last = points.at(-1)
  const before = last && points.find(({ period }) => periodsBetween(period, last.period) === recentMonths)
  if (!isList || hasSeason || target === null || last?.value == null || before?.value == null) return null
  if (last.value <= target || breakBetween(kpi.breaks, before.period, last.period)) return null
  const reduction = (before.value - last.value) / recentMonths
  const left = reduction > 0 ? (last.value - target) / reduction : Number.POSITIVE_INFINITY
  if (isDenied(left, reach)) return null
  const term = 'How long at the recent pace'
  const basis = 'at last six months’ average net reduction'
  if (reduction <= 0)
    return { term, value: 'Not coming down', detail: 'no net reduction over the last six months' }
  const months = Math.max(1, Math.round(left))
  const each = formatNumber(reduction, reduction < 10 ? 1 : 0)
  return {
    term,
    value:
      months > mostMonths ? 'More than ten years' : `About ${months} ${months === 1 ? 'month' : 'months'}`,
    detail: `${basis}, ${each} a month`,
  }
}

/** Whether of the two one says that the target is kept within the months that are looked ahead, and the other not. */
function isDenied(left: number, reach: ReachedTarget): boolean {
  if (reach.kind !== 'chances') return false
  const isWithin = left + reach.sustain - 1 <= furthestMonths
  return isWithin ? isLessLikely(reach.keptWithin) : reach.median !== null
}
