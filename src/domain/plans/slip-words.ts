import { countOf } from '../measures/format.ts'

/**
 * Slip as words: late or early once it is done, behind or ahead while it is open; nothing where an open milestone
 * keeps its promise.
 *
 * @example (30, true) → '30 working days late'; (16, false) → '16 working days behind'; (0, false) → ''
 */
export function describeSlip(workingDays: number, isComplete: boolean): string {
  const size = countOf(Math.abs(workingDays), 'working day')
  if (workingDays > 0) return isComplete ? `${size} late` : `${size} behind`
  if (workingDays < 0) return isComplete ? `${size} early` : `${size} ahead`
  return isComplete ? 'on the day promised' : ''
}
