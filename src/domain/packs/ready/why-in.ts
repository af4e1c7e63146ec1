import type { AttentionKind } from '../../scorecard/attention.ts'

/** Why a measure that needs attention stands in a pack: its leading reason, without a figure of its own. */
export const attentionInWords: Record<AttentionKind, string> = {
  concern: 'it shows evidence of getting worse',
  'recent-concern': 'it shows a recent change for the worse',
  'far-behind': 'it is far behind its plan, and its target is not likely to be met or kept',
  losing: 'its target is met now, and not likely to stay so',
  overdue: 'its next figure is overdue, so it counts as unknown',
  doubted: 'a figure stands far outside all others and has to be confirmed',
  missing: 'its latest figure is missing',
  changed: 'it has changed, not plainly for better or worse',
  'recent-change': 'it shows a recent change, neither for the better nor for the worse',
  breakdowns: 'some of its parts have changed lately',
}

/** @example 'it is far behind' → 'In this pack because it is far behind.' */
export function becauseOf(reason: string): string {
  return `In this pack because ${reason}.`
}
