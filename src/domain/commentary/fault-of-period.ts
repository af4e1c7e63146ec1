import { monthOf } from '../periods/calendar.ts'
import { type Frequency, frequencyOf, periodContaining, periodStart } from '../periods/period.ts'

/**
 * What a period would have to be for a commentary on a measure; null where it will do. A period of another
 * frequency has no figure to comment on, and one that has not begun has nothing to be said about.
 *
 * @example faultOfPeriod({ frequency: 'quarter' }, '2025-09', '2025-10-06') → 'a quarter, such as 2025-Q3'
 */
export function faultOfPeriod(
  { frequency }: { frequency: Frequency },
  period: string,
  today: string,
): string | null {
  const current = periodContaining(frequency, monthOf(today))
  if (frequencyOf(period) !== frequency) return `a ${frequency}, such as ${current}`
  return periodStart(period) > periodStart(current) ? `a ${frequency} up to ${current}` : null
}
