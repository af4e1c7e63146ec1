import { dayOf } from './day-of.ts'
import { formatDate } from './labels.ts'
import { shownAt } from './wall-clock.ts'

/** @example ('2025-12-04T09:30:00Z', 'Europe/London') → '4 Dec 2025 at 09:30' */
export function timeInWords(at: string, timezone: string): string {
  return `${formatDate(dayOf(at, timezone))} at ${shownAt(Date.parse(at), timezone).slice(11)}`
}
