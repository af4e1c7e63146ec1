/** Why a figure cannot be held against the plan; `rounded`: rounding hides on which side of it the figure lies. */
export const noPositionReasons = ['overdue', 'suppressed', 'missing', 'not-planned', 'rounded'] as const

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
