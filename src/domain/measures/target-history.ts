import { formatDate, formatPeriod } from '../periods/labels.ts'
import { formatTarget, type Measured } from './format.ts'
import type { Target } from './measure.ts'

/** What stands in the place of a name that no file gives. */
const notRecorded = 'Not recorded'

/**
 * One target of a history: what it was, by when, since when it holds and who set it, where that is recorded.
 * @example '80% by 31 Dec 2026, from Apr 2025, set by the Board'
 */
export function targetInHistory(measure: Measured, target: Target): string {
  const { by, from, setBy } = target
  const bound = `${formatTarget(measure, target)}${by ? ` by ${formatDate(by)}` : ''}`
  return [bound, `from ${formatPeriod(from)}`, ...(setBy === notRecorded ? [] : [`set by ${setBy}`])].join(
    ', ',
  )
}
