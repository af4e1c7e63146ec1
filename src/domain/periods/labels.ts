// each from its own file: Node reads all 300 of the library where it is asked for as a whole, a second at every start
import { getMonth } from 'date-fns/getMonth'
import { lightFormat } from 'date-fns/lightFormat'
import { parseISO } from 'date-fns/parseISO'
import { frequencyOf, periodEnd } from './period.ts'

/** The words alone: with a locale and all that it can write and read come 4 kB that every first visit waits for. */
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Pages write the same few days by the hundred, at every choice of a reader; which day one is never changes. */
const daysWritten = new Map<string, string>()
/** some ten years of days */
const mostDays = 4000

/** `2025-09-30` or `2025-09` by a pattern in which `MMM` is the month's name. @throws RangeError where it is no date */
function formatAs(pattern: string, date: string): string {
  const day = parseISO(date)
  return lightFormat(day, pattern.replace('MMM', `'${months[getMonth(day)]}'`))
}

/** '2025-09-30' → '30 Sep 2025' */
export function formatDate(date: string): string {
  const known = daysWritten.get(date)
  if (known !== undefined) return known
  const written = formatAs('d MMM yyyy', date)
  if (daysWritten.size >= mostDays) daysWritten.clear()
  daysWritten.set(date, written)
  return written
}

/** '2025-09' → 'Sep' */
export const nameOfMonth = (month: string): string => formatAs('MMM', month)

/** '2025-09' → 'Sep 2025'; '2025-Q2' → 'Q2 2025-26'; 'FY2024-25' → '2024-25' */
export function formatPeriod(key: string): string {
  switch (frequencyOf(key)) {
    case 'month':
      return `${months[Number(key.slice(5)) - 1]} ${key.slice(0, 4)}`
    case 'quarter': {
      const year = Number(key.slice(0, 4))
      return `${key.slice(5)} ${year}-${String((year + 1) % 100).padStart(2, '0')}`
    }
    case 'year':
      return key.slice(2)
    case null:
      return key
  }
}

/** A snapshot is named by its day ('30 Sep 2025'), anything else by its period ('Sep 2025'). */
export function formatObservedAt(key: string, isSnapshot: boolean): string {
  return isSnapshot ? formatDate(periodEnd(key)) : formatPeriod(key)
}

/** 'on 30 Sep 2025', 'in Sep 2025'. */
export function whenInWords(key: string, isSnapshot: boolean): string {
  return `${isSnapshot ? 'on' : 'in'} ${formatObservedAt(key, isSnapshot)}`
}
