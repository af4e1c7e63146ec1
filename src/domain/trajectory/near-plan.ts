import type { Series } from '../figures/figure.ts'
import { addPeriods, frequencyOf, periodsInMonths } from '../periods/period.ts'
import { isPresent } from '../spc/observation.ts'
import { medianOf } from '../statistics/centre.ts'
import { judgePosition } from './judge-position.ts'

/** Steps of the last two years say how far a figure moves in one period. */
const monthsOfSteps = 24

/**
 * Whether the latest figure lies no further from its plan than it usually moves from one period to the next: months
 * ahead or behind, read from such a gap, would be those of chance. Of figures rounded to `roundedBy` it is so wherever
 * it may be so of those behind them, and where any of the two years is withheld: so that nobody is told months that
 * officers are not, and nothing of what is hidden decides.
 *
 * @param roundedBy 0 of figures as they were received
 * @example a list that moves by 9 a month, 6 above plan → true; 20 above plan → false, also of figures rounded to 5
 */
export function isNearPlan(
  context: Parameters<typeof judgePosition>[0],
  { points }: Pick<Series, 'points'>,
  roundedBy: number,
): boolean {
  const latest = points.at(-1)
  const position = judgePosition(context, latest)
  if (position.kind !== 'position' || !latest) return false
  const first = addPeriods(
    latest.period,
    -periodsInMonths(frequencyOf(latest.period) ?? 'month', monthsOfSteps),
  )
  const recent = points.filter(({ period }) => period >= first)
  if (roundedBy > 0 && recent.some(({ availability }) => availability === 'suppressed')) return true
  const steps = recent.slice(1).flatMap(({ period, value }, row) => {
    const before = recent[row]
    const isNext = before !== undefined && addPeriods(before.period, 1) === period
    return isNext && isPresent(value) && isPresent(before.value) ? [Math.abs(value - before.value)] : []
  })
  if (steps.length === 0) return false
  return Math.abs(position.gap) - roundedBy / 2 <= medianOf(steps) + roundedBy
}
