import type { Target } from '../measures/measure.ts'
import { dayNumber } from '../periods/calendar.ts'
import { periodStart } from '../periods/period.ts'

/** One level of the target's history: a value, or a band from lower to upper, over a stretch of time. */
export interface TargetStep {
  target: Target
  start: number
  end: number
  /** the levels to draw: one for a value, one or two for a band */
  levels: number[]
}

/** The history of a target inside a stretch of days, oldest first. The last one holds to the end. */
export function buildTargetSteps(
  targets: readonly Target[],
  firstDay: number,
  lastDay: number,
): TargetStep[] {
  return targets
    .map((target, index) => {
      const next = targets[index + 1]
      return {
        target,
        start: Math.max(dayNumber(periodStart(target.from)), firstDay),
        end: next ? Math.min(dayNumber(periodStart(next.from)), lastDay) : lastDay,
        levels: [target.value, target.lower, target.upper].filter((level) => level !== null),
      }
    })
    .filter(({ start, end, levels }) => start < end && levels.length > 0)
}
