import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { type Change, changeBetween } from '../figures/change.ts'
import type { Series, SeriesPoint } from '../figures/figure.ts'
import { isSnapshot, type Target, targetAt } from '../measures/measure.ts'
import { dayNumber } from '../periods/calendar.ts'
import { formatObservedAt } from '../periods/labels.ts'
import { addPeriods, lastMonthOf, periodEnd, periodRange, yearBefore } from '../periods/period.ts'
import type { Plan, Trajectory } from '../plans/plan.ts'
import { interpolateTrajectory } from '../trajectory/judge-position.ts'
import type { PeriodSpan } from './choose-range.ts'
import { type JudgedVariation, judgementsOf, type PointJudgement } from './limits.ts'

export interface TrendPoint
  extends Pick<
    SeriesPoint,
    | 'period'
    | 'value'
    | 'numerator'
    | 'denominator'
    | 'n'
    | 'availability'
    | 'provisional'
    | 'revised'
    | 'previousValue'
  > {
  /** '30 Sep 2025' for a snapshot, 'Sep 2025' for anything else */
  label: string
  /** where it is plotted: the last day of its period, in days since 1970 */
  day: number
  planned: number | null
  target: Target | null
  /** what limits say of it; null where none suit */
  judgement: PointJudgement | null
  onPeriod: Change
  onYear: Change
}

/** What a trend is held against: the whole borough has targets and a plan, its parts have limits alone. */
export interface Yardsticks {
  targets: readonly Target[]
  trajectory: Trajectory | null
  variation: JudgedVariation | null
}

interface YardstickSources {
  kpi: Pick<DescribedKpi, 'id' | 'targets'>
  isWhole: boolean
  plan: Pick<Plan, 'trajectories'>
  analysis: JudgedVariation | null
}

/** Targets and plan are promises of the whole organisation; limits are each series' own. */
export function yardsticksOf({ kpi, isWhole, plan, analysis }: YardstickSources): Yardsticks {
  return {
    targets: isWhole ? kpi.targets : [],
    trajectory: isWhole ? (plan.trajectories.find((path) => path.kpi === kpi.id) ?? null) : null,
    variation: analysis,
  }
}

export const noYardsticks: Yardsticks = { targets: [], trajectory: null, variation: null }

/**
 * Every period of a span as a point; a period without a figure is a missing one, never left out and never zero.
 * Changes look back beyond the span, and are not taken over a change of definition.
 */
export function buildPoints(
  kpi: Pick<DescribedKpi, 'aggregation' | 'breaks'>,
  series: Series,
  span: PeriodSpan,
  yardsticks: Yardsticks,
): TrendPoint[] {
  const held = new Map(series.points.map((point) => [point.period, point]))
  const judge = judgementsOf(yardsticks.variation)
  return periodRange(span.from, span.to).map((period) => {
    const point = held.get(period)
    const valueAt = (at: string) => ({ period: at, value: held.get(at)?.value ?? null })
    const compareWith = (before: string) => changeBetween(kpi.breaks, valueAt(before), valueAt(period))
    return {
      period,
      value: point?.value ?? null,
      numerator: point?.numerator ?? null,
      denominator: point?.denominator ?? null,
      n: point?.n ?? null,
      availability: point?.availability ?? 'missing',
      provisional: point?.provisional ?? false,
      revised: point?.revised ?? false,
      previousValue: point?.previousValue ?? null,
      label: formatObservedAt(period, isSnapshot(kpi.aggregation)),
      day: dayNumber(periodEnd(period)),
      planned: yardsticks.trajectory ? interpolateTrajectory(yardsticks.trajectory.points, period) : null,
      target: targetAt(yardsticks.targets, lastMonthOf(period)),
      judgement: judge(period, point?.value ?? null),
      onPeriod: compareWith(addPeriods(period, -1)),
      onYear: compareWith(yearBefore(period)),
    }
  })
}

/** What the last figure is called where it is not the latest: a later one that is withheld is held as well. */
export function lastWhat(points: readonly TrendPoint[]): 'shown' | 'held' {
  return points.findLast(({ value, availability }) => value !== null || availability === 'suppressed')
    ?.value === null
    ? 'shown'
    : 'held'
}

/** The last point that holds a figure. */
export function latestPresent(points: readonly TrendPoint[]): (TrendPoint & { value: number }) | null {
  const point = points.findLast(({ value }) => value !== null)
  return point && point.value !== null ? { ...point, value: point.value } : null
}
