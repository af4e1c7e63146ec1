import type { ProcessLimits } from './limits.ts'
import type { Assurance, PointType } from './point-types.ts'
import type { Side } from './rules.ts'

/** Which way is good. */
export const improvementDirections = ['increase', 'decrease', 'neutral'] as const
export type ImprovementDirection = (typeof improvementDirections)[number]

/**
 * What a special cause means, given which way is good. Specification: spc.md, section 11.
 *
 * @example (1, 'decrease') → 'special_cause_concern': the figure rose, and rising is bad
 */
export function judgePoint(direction: Side, improvement: ImprovementDirection): PointType {
  if (direction === 0) return 'common_cause'
  if (improvement === 'neutral')
    return direction > 0 ? 'special_cause_neutral_high' : 'special_cause_neutral_low'
  const isGood = direction > 0 === (improvement === 'increase')
  return isGood ? 'special_cause_improvement' : 'special_cause_concern'
}

/**
 * Whether the process, as its limits stand, can be relied on to meet the target. The values themselves do
 * not enter: a series can meet its target every month and still be "inconsistent". Null where there is no
 * target or no way is good; on a limit, and with no limits, "inconsistent". Specification: spc.md, section 13.
 *
 * @example limits 15 to 29, target 30, increase → 'consistent_fail'
 */
export function judgeAssurance(
  target: number | null,
  limits: ProcessLimits | null,
  improvement: ImprovementDirection,
): Assurance | null {
  if (target === null || improvement === 'neutral') return null
  if (limits === null) return 'inconsistent'
  if (target > limits.upper) return improvement === 'increase' ? 'consistent_fail' : 'consistent_pass'
  if (target < limits.lower) return improvement === 'increase' ? 'consistent_pass' : 'consistent_fail'
  return 'inconsistent'
}
