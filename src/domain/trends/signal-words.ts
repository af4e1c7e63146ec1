import type { SpecialPoint } from '../analysis/edition-analysis.ts'
import type { PointJudgement } from './limits.ts'

const causeWords: Record<SpecialPoint['cause'], string> = {
  'Above UCL': 'above the upper limit',
  'Below LCL': 'below the lower limit',
  '7 Point Trend (Increasing)': 'in an unbroken rise of seven or more',
  '7 Point Trend (Decreasing)': 'in an unbroken fall of seven or more',
  '2 in 3 Above CL': 'two of three near the upper limit',
  '2 in 3 Below CL': 'two of three near the lower limit',
  '7 Points Above CL': 'in a run of seven or more above the mean',
  '7 Points Below CL': 'in a run of seven or more below the mean',
}

/** The same, for a cell. */
const causeCells: Record<SpecialPoint['cause'], string> = {
  'Above UCL': 'above upper limit',
  'Below LCL': 'below lower limit',
  '7 Point Trend (Increasing)': 'unbroken rise',
  '7 Point Trend (Decreasing)': 'unbroken fall',
  '2 in 3 Above CL': 'near upper limit',
  '2 in 3 Below CL': 'near lower limit',
  '7 Points Above CL': 'run above mean',
  '7 Points Below CL': 'run below mean',
}

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
  return signal ? `${typeWords[signal.type]}: ${causeWords[signal.cause]}` : 'No evidence of real change'
}

/** @example 'Concern: run above mean'; 'No evidence' under a head that says of what */
export function judgementCell({ signal }: PointJudgement): string {
  return signal ? `${typeWords[signal.type]}: ${causeCells[signal.cause]}` : 'No evidence'
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
