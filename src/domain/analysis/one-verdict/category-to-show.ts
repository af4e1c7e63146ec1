import { proposedPolicy } from '../../disclosure/policy.ts'
import { roundingStep } from '../../disclosure/protect.ts'
import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import { changeOnYear } from '../../figures/change.ts'
import type { Series, SeriesPoint } from '../../figures/figure.ts'
import { isCategoryDimension } from '../../measures/measure.ts'
import { yearBefore } from '../../periods/period.ts'
import { categoryThatMovedMost } from '../../scorecard/scorecard.ts'

/** Of a measure of categories, the one that its row shows. */
export interface CategoryShown {
  series: Series
  /** it is among the largest; left out where it moved most */
  isAmongLargest?: true
}

/**
 * The category that moved most, told to the panel where it is that of the figures received and those published leave no
 * other: whatever each count was before it was rounded, or withheld for being small. Else one of the largest is shown, and
 * none is said to have moved most.
 *
 * @param received the member that moved most in the figures received
 * @example 40 from 20 a year before, another 15 from 10 → the first: at least 16 against 9; 40 from 30 → one of the largest
 */
export function categoryToShow(
  kpi: Pick<DescribedKpi, 'breaks' | 'unit' | 'decimals' | 'per'>,
  published: readonly Series[],
  received: string | null,
): CategoryShown | null {
  const own = categoryThatMovedMost(kpi.breaks, published)
  if (!own) return null
  const categories = published.filter(({ dimension }) => isCategoryDimension(dimension))
  const leastOfOwn = moveOf(kpi, own)?.least ?? 0
  const isPlain = categories.every((one) => one === own || (moveOf(kpi, one)?.most ?? 0) < leastOfOwn)
  if (isPlain && own.member === received) return { series: own }
  const sizeOf = ({ points }: Series) => points.findLast(({ value }) => value !== null)?.value ?? -1
  const largest = categories.reduce((best, one) => (sizeOf(one) > sizeOf(best) ? one : best), own)
  return { series: largest, isAmongLargest: true }
}

interface Span {
  least: number
  most: number
}

/** How far the latest figure can lie from that of a year before; null where there is none to compare it with. */
function moveOf(
  kpi: Pick<DescribedKpi, 'breaks' | 'unit' | 'decimals' | 'per'>,
  { points }: Series,
): Span | null {
  const latest = points.findLast(({ availability }) => availability !== 'missing')
  const before = points.find(({ period }) => period === yearBefore(latest?.period ?? ''))
  const [now, then] = [spanOf(kpi, latest), spanOf(kpi, before)]
  if (!latest || !now || !then) return null
  const filled = points.map((point) => (point.value === null ? { ...point, value: 0 } : point))
  if (changeOnYear(kpi.breaks, filled, { ...latest, value: now.most }).kind !== 'change') return null
  const [down, up] = [then.most - now.least, now.most - then.least]
  return { least: Math.max(0, now.least - then.most, then.least - now.most), most: Math.max(down, up) }
}

/** What a figure can have been before it was rounded, or withheld for being small. */
function spanOf(kpi: Parameters<typeof roundingStep>[0], point: SeriesPoint | undefined): Span | null {
  if (!point || point.availability === 'missing') return null
  if (point.value === null) return { least: 0, most: proposedPolicy.smallCount }
  const half = roundingStep(kpi) / 2
  return { least: Math.max(0, point.value - half), most: point.value + half }
}
