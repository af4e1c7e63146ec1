import { addDays, dayNumber } from '../periods/calendar.ts'
import { bankHolidays, lastYear } from './bank-holidays.ts'

/** Monday to Friday, less the bank holidays of England and Wales. */
export function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !bankHolidays.has(date)
}

/**
 * The date so many working days after a date, which is day 0.
 * @example ('2025-09-30', 5) → '2025-10-07'
 */
export function addWorkingDays(date: string, days: number): string {
  let current = date
  for (let left = days; left > 0; ) {
    current = addDays(current, 1)
    if (isWorkingDay(current)) left -= 1
  }
  return current
}

/**
 * Working days from one date to another: days after `from` up to and including `to`; negative when `to` is
 * earlier. The day itself is day 0.
 * @example ('2025-06-30', '2025-07-25') → 19
 */
export function workingDaysBetween(from: string, to: string): number {
  const span = dayNumber(to) - dayNumber(from)
  if (span < 0) return -workingDaysBetween(to, from)
  let count = 0
  for (let day = 1; day <= span; day += 1) if (isWorkingDay(addDays(from, day))) count += 1
  return count
}

/**
 * A warning where working days up to a date are counted past the stored bank holidays, as if there were none;
 * null where they are known.
 *
 * @example '2029-01-05' → 'Bank holidays are stored to 2028. Working days after that are counted without them.'
 */
export function warnOfUnknownHolidays(date: string): string | null {
  if (Number(date.slice(0, 4)) <= lastYear) return null
  return `Bank holidays are stored to ${lastYear}. Working days after that are counted without them.`
}
