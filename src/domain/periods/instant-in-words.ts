import { dayOf } from './day-of.ts'
import { formatDate } from './labels.ts'

/**
 * An instant by the clock where the organisation is, whatever zone the reader is in.
 *
 * @example ('2025-06-14T23:30:05Z', 'Europe/London') → '15 Jun 2025, 00:30:05'
 */
export function instantInWords(instant: string, timezone: string): string {
  const options = { timeZone: timezone, hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
  const time = new Intl.DateTimeFormat('en-GB', options).format(new Date(instant))
  return `${formatDate(dayOf(instant, timezone))}, ${time}`
}
