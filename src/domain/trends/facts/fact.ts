/** One judgement at the head of the page, with the rule behind it, and one fact of its column. */

export type VerdictTone = 'data' | 'ink' | 'late' | 'improvement' | 'concern' | 'neutral'

export type VerdictIcon =
  | 'common-cause'
  | 'improving-high'
  | 'improving-low'
  | 'concerning-high'
  | 'concerning-low'
  | 'changed-high'
  | 'changed-low'
  | 'target-reliable'
  | 'target-unreachable'
  | 'target-by-chance'
  | 'target-met'
  | 'on-plan'
  | 'off-plan'
  | 'not-judged'
  | 'provisional'
  | 'complete'
  | 'overdue'
  | 'missing'
  | 'suppressed'

export interface Verdict {
  id: 'change' | 'target' | 'plan' | 'figure'
  icon: VerdictIcon
  tone: VerdictTone
  words: string
  /** the rule behind the words */
  rule: string
}

export interface Fact {
  term: string
  value: string
  /** said smaller beneath the value */
  detail?: string
  isLarge?: boolean
}
