/** ISO calendar dates (`2025-09-30`) without a clock or a zone: arithmetic is in UTC days. */

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/
const dayMilliseconds = 86_400_000

/** A day of the years 1900 to 2299: `0205-04-01` is well formed, and a slip for 2025-04-01. */
export function isDate(text: string): boolean {
  const parts = datePattern.exec(text)
  if (!parts || !/^(19|20|21|22)/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

/** Days since 1970-01-01; the ordinal that charts plot and slippage counts. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMilliseconds
}

export function dateOfDayNumber(day: number): string {
  return new Date(Math.round(day) * dayMilliseconds).toISOString().slice(0, 10)
}

export function addDays(date: string, days: number): string {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The month key of a date. @example '2025-09-30' → '2025-09' */
export function monthOf(date: string): string {
  return date.slice(0, 7)
}
