import type { Variation } from '../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { whyUnknown } from '../editions/why-unknown.ts'
import type { SeriesPoint } from '../figures/figure.ts'
import { besidePlan } from '../measures/apart.ts'
import { isLevel } from '../measures/format.ts'
import type { Direction } from '../measures/measure.ts'
import { lastMonthOf, periodsBetween } from '../periods/period.ts'
import type { Plan, Trajectory } from '../plans/plan.ts'
import type { PlanPosition } from './position.ts'

interface PositionToJudge {
  kpi: Pick<DescribedKpi, 'id' | 'direction' | 'decimals' | 'due'>
  /** the plan is a promise of the whole organisation: a part of it has none */
  isWhole: boolean
  plan: Pick<Plan, 'trajectories'>
  asOf: string
  /** what is computed of the series: where rounding hides the answer, and where the gap is no more than chance moves */
  analysis?: Pick<Variation, 'hidden' | 'isNearPlan'> | null | undefined
}

/**
 * Where a measure stands against its plan on the day of an edition: unknown while its latest figure is overdue,
 * missing or withheld, for an older figure against today's plan would mislead.
 */
export function judgePosition(
  { kpi, isWhole, plan, asOf, analysis }: PositionToJudge,
  latest: Pick<SeriesPoint, 'period' | 'value' | 'availability'> | undefined,
): PlanPosition {
  const trajectory = isWhole ? plan.trajectories.find((path) => path.kpi === kpi.id) : undefined
  if (!trajectory) return { kind: 'no-plan' }
  const reason = whyUnknown(kpi, latest, asOf)
  if (reason || latest?.value == null) return { kind: 'unknown', reason: reason ?? 'missing' }
  if (analysis?.hidden?.includes('plan')) return { kind: 'unknown', reason: 'rounded' }
  const { period, value } = latest
  const position = positionOnTrajectory(trajectory, kpi.direction, { period, value }, kpi.decimals)
  return analysis?.isNearPlan && position.kind === 'position' ? { ...position, monthsAhead: 0 } : position
}

/**
 * The planned value at a period, straight between the planned points on either side; null outside them.
 * @example planned 300 in April and 240 in June → 270 in May
 */
export function interpolateTrajectory(points: Trajectory['points'], period: string): number | null {
  const month = lastMonthOf(period)
  let before: { month: string; planned: number } | null = null
  for (const point of points) {
    const at = lastMonthOf(point.period)
    if (at === month) return point.planned
    if (at > month) {
      if (!before) return null
      const span = periodsBetween(before.month, at)
      return before.planned + ((point.planned - before.planned) * periodsBetween(before.month, month)) / span
    }
    before = { month: at, planned: point.planned }
  }
  return null
}

/**
 * Where a figure stands against the plan: the gap, and how many months ahead or behind.
 *
 * Months behind answers "when was this value planned?": the month, linearly interpolated, at which the plan
 * passes the actual value, less the month of the figure. A value worse than the plan ever held, or better
 * than it ever reaches, has no such month.
 */
export function positionOnTrajectory(
  trajectory: Trajectory | null,
  direction: Direction,
  latest: { period: string; value: number },
  decimals: number,
): PlanPosition {
  if (!trajectory?.points.length) return { kind: 'no-plan' }
  const planned = interpolateTrajectory(trajectory.points, latest.period)
  if (planned === null) return { kind: 'unknown', reason: 'not-planned' }
  const gap = latest.value - planned
  // nor is what is written alike called above or below
  const level = isLevel({ decimals }, gap) || besidePlan({ unit: 'count', decimals }, gap, planned).by === 0
  return {
    kind: 'position',
    period: latest.period,
    planned,
    gap,
    standing:
      direction === 'neutral'
        ? 'none'
        : level
          ? 'level'
          : gap > 0 === (direction === 'up')
            ? 'better'
            : 'worse',
    monthsAhead: level ? 0 : monthsAhead(trajectory.points, latest),
  }
}

function monthsAhead(points: Trajectory['points'], latest: { period: string; value: number }): number | null {
  const now = lastMonthOf(latest.period)
  let closest: number | null = null
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1]
    const to = points[index]
    if (!from || !to || from.planned === to.planned) continue
    const share = (latest.value - from.planned) / (to.planned - from.planned)
    if (share < 0 || share > 1) continue
    const start = lastMonthOf(from.period)
    const passes = periodsBetween(now, start) + share * periodsBetween(start, lastMonthOf(to.period))
    if (closest === null || Math.abs(passes) < Math.abs(closest)) closest = passes
  }
  // adding 0 makes −0, a rounded fraction of a month behind, an ordinary 0
  return closest === null ? null : Math.round(closest) + 0
}
