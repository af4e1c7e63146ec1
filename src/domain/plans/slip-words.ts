import { countOf } from '../measures/format.ts'

/** What slip is called once a milestone is done, and while it is open. */
export const slipWords = { late: 'late', early: 'early', behind: 'behind', ahead: 'ahead' } as const

/**
 * Slip as words: late or early once it is done, behind or ahead while it is open; nothing where an open milestone
 * keeps its promise.
 *
 * @example (30, true) → '30 working days late'; (16, false) → '16 working days behind'; (0, false) → ''
 */
export function describeSlip(workingDays: number, isComplete: boolean): string {
  const size = countOf(Math.abs(workingDays), 'working day')
  if (workingDays > 0) return `${size} ${isComplete ? slipWords.late : slipWords.behind}`
  if (workingDays < 0) return `${size} ${isComplete ? slipWords.early : slipWords.ahead}`
  return isComplete ? 'on the day promised' : ''
}
