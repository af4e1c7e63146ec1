import { dayNumber } from '../periods/calendar.ts'
import { periodEnd } from '../periods/period.ts'
import type { Fan } from './forecast.ts'
import type { LaneMilestone } from './lane.ts'
import type { Yardsticks } from './points.ts'

/** Longest stretch of future that a plan or a milestone may add to the right of the last figure, in days. */
const mostFutureDays = 400

/** Where the plot ends that shows the latest figure: with what is promised, or forecast, after it. */
export function lastDayOfPlot(
  lastPoint: number,
  yardsticks: Pick<Yardsticks, 'trajectory'>,
  milestones: readonly LaneMilestone[],
  fan: Fan,
  asOfDay: number,
): number {
  const planned = yardsticks.trajectory?.points.at(-1)
  const ends = [
    lastPoint,
    asOfDay,
    ...(planned ? [dayNumber(periodEnd(planned.period))] : []),
    ...milestones.flatMap(({ baselineDay, currentDay }) => [baselineDay, currentDay]),
  ].filter((day) => day <= lastPoint + mostFutureDays)
  return Math.max(...ends, ...fan.points.map(({ day }) => day))
}
