import type { SpecialPoint } from '../analysis/edition-analysis.ts'
import { evidence } from '../findings/evidence-words.ts'
import { signWords } from '../findings/sign-words.ts'
import { signOfCause } from '../spc/signs.ts'
import type { PointJudgement } from './limits.ts'

const typeWords: Record<SpecialPoint['type'], string> = {
  common_cause: 'Change',
  special_cause_improvement: 'Improvement',
  special_cause_concern: 'Concern',
  special_cause_neutral_high: 'Change',
  special_cause_neutral_low: 'Change',
}

/**
 * What the limits say of one point, for a reading.
 * @example 'Concern: in a run of seven or more above the mean'; 'No evidence of real change'
 */
export function judgementInWords({ signal }: PointJudgement): string {
  return signal
    ? `${typeWords[signal.type]}: ${signWords[signOfCause[signal.cause]].reading}`
    : evidence.none.title
}

/** @example 'Concern: run above mean'; 'No evidence' under a head that says of what */
export function judgementCell({ signal }: PointJudgement): string {
  return signal ? `${typeWords[signal.type]}: ${signWords[signOfCause[signal.cause]].cell}` : 'No evidence'
}

/** The shape of a point's mark: the same three shapes as the icons. */
export type SignalShape = 'disc' | 'diamond' | 'square'

export function shapeOf(type: SpecialPoint['type']): SignalShape | null {
  switch (type) {
    case 'common_cause':
      return null
    case 'special_cause_improvement':
      return 'disc'
    case 'special_cause_concern':
      return 'diamond'
    case 'special_cause_neutral_high':
    case 'special_cause_neutral_low':
      return 'square'
  }
}
