import { countOf } from '../measures/format.ts'

/** What slip is called once a milestone is done, and while it is open. */
export const slipWords = { late: 'late', early: 'early', behind: 'behind', ahead: 'ahead' } as const

/**
 * Slip as words: late or early once it is done, behind or ahead while it is open; nothing where an open milestone
 * keeps its promise. What was done over the weekend beside its date has no slip, and was not done on that day.
 *
 * @param done the day on which it was done; null while it is open
 * @example 30, done → '30 working days late'; 16, open → '16 working days behind'; 0, open → '';
 * 0, promised for a Friday, done on the Saturday → 'no working day late'
 */
export function describeSlip(workingDays: number, promised: string, done: string | null): string {
  const size = countOf(Math.abs(workingDays), 'working day')
  if (workingDays > 0) return `${size} ${done ? slipWords.late : slipWords.behind}`
  if (workingDays < 0) return `${size} ${done ? slipWords.early : slipWords.ahead}`
  if (done === null) return ''
  if (done === promised) return 'on the day promised'
  return `no working day ${done > promised ? slipWords.late : slipWords.early}`
}
