import { isLevel } from '../measures/format.ts'
import type { Direction } from '../measures/measure.ts'
import { lastMonthOf, periodsBetween } from '../periods/period.ts'
import type { Trajectory } from '../plans/plan.ts'

/** Why a figure cannot be held against the plan. */
export const noPositionReasons = ['overdue', 'suppressed', 'missing', 'not-planned'] as const

/** Against the planned value; `none` for a neutral measure. */
export const standings = ['better', 'level', 'worse', 'none'] as const

export type PlanPosition =
  | { kind: 'no-plan' }
  | { kind: 'unknown'; reason: (typeof noPositionReasons)[number] }
  | {
      kind: 'position'
      period: string
      planned: number
      /** actual minus planned */
      gap: number
      standing: (typeof standings)[number]
      /** months ahead of (positive) or behind the plan; null where this value was never planned */
      monthsAhead: number | null
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
  const level = isLevel({ decimals }, gap)
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

/**
 * Whether months ahead or behind say the opposite of the gap: a plan that turns can pass a value twice, and the
 * nearer passing may lie on the wrong side. Such months are not told.
 * @example better than planned, yet −5 months ahead → true
 */
export function contradictsGap({
  standing,
  monthsAhead,
}: Pick<Extract<PlanPosition, { kind: 'position' }>, 'standing' | 'monthsAhead'>): boolean {
  if (monthsAhead === null) return false
  return standing === 'better' ? monthsAhead < 0 : standing === 'worse' && monthsAhead > 0
}
