import { addDays } from '../../domain/periods/calendar.ts'

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Years between the earliest and the latest day of a column from which on no collection of figures explains it. */
const wideSpan = 20
/** Before this year no figures of a council's case system were read, and nothing in its plan was due. */
const longAgo = 1990

/**
 * A whole day as files write it, day first where figures alone say it; null where it is none.
 *
 * @example '01/02/1941', '1 Feb 1941', '1941-02-01', 'Sat 1st of February, 1941', 'Feb 1, 1941', '19410201'
 */
export function readDay(text: string): { year: number; month: number; day: number } | null {
  const iso = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) }
  const slashed = /^(\d{1,2})[-/.\\ ]{1,2}(\d{1,2})[-/.\\ ]{1,2}(\d{4}|\d{2})\.?(?: .*)?$/.exec(text)
  if (slashed) return { year: fullYear(slashed[3]), month: Number(slashed[2]), day: Number(slashed[1]) }
  if (/^\d{8}$/.test(text)) return readJoined(text)
  const words =
    /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[, ]+)?(.{6,30}?)(?:[T ]\d\d?:\d\d.*)?$/i.exec(text)?.[1] ?? ''
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[-/ ]?(?:of )?([A-Za-z]{3,9})[-/ ,.]{0,2}(\d{4}|\d{2})$/.exec(
    words,
  )
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = /^([A-Za-z]{3,9})[-. ](\d{1,2})(?:st|nd|rd|th)?[-, ]{1,2}(\d{4}|\d{2})$/.exec(words)
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2])
  const yearFirst = /^(\d{4})[-/ ]([A-Za-z]{3,9})[-/ ](\d{1,2})$/.exec(words)
  return yearFirst && named(yearFirst[1], yearFirst[2], yearFirst[3])
}

/** Days as a spreadsheet counts them, from the end of 1899. @example '15021' → '1941-02-14' */
export function dayOfSerial(cell: string): string | null {
  const serial = /^\d{4,5}(?:\.0+)?$/.test(cell) ? Number(cell) : 0
  return serial > 0 ? addDays('1899-12-30', serial) : null
}

function named(year = '', name = '', day = '') {
  const month = monthNames.findIndex((one) => name.toLowerCase().startsWith(one)) + 1
  return month > 0 ? { year: fullYear(year), month, day: Number(day) } : null
}

/** Eight digits are a day where the calendar of the last hundred years and more has it, and else a figure. */
function readJoined(digits: string) {
  const orders = [/^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/, /^(?<day>\d\d)(?<month>\d\d)(?<year>\d{4})$/]
  for (const order of orders) {
    const { year, month, day } = order.exec(digits)?.groups ?? {}
    const read = { year: Number(year), month: Number(month), day: Number(day) }
    const isPossible = read.year >= 1900 && read.year < 2100 && read.month >= 1 && read.month <= 12
    if (isPossible && read.day >= 1 && read.day <= 31) return read
  }
  return null
}

function fullYear(written = ''): number {
  return written.length === 2 ? 1900 + Number(written) + (Number(written) < 30 ? 100 : 0) : Number(written)
}

const dayWithin = /(?<![\d/.-])(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})(?![\d/-])/

/** Whether a longer text has a whole day in it that lies decades back. @example 'AB 14/02/1941' */
function holdsOldDay(text: string): boolean {
  const day = readDay(dayWithin.exec(text)?.[0] ?? '')
  return day !== null && day.year >= 1900 && day.year < longAgo && day.month <= 12
}

/**
 * Watches a column for dates of birth: most of its cells are days, they lie on any day of a month, and they spread
 * over decades or most of them lie decades back. Months and quarters stand on their first or last day, and are none.
 */
export function daysInColumn<At>() {
  let others = 0
  let days = 0
  let anyDay = 0
  let old = 0
  let earliest = Number.POSITIVE_INFINITY
  let latest = Number.NEGATIVE_INFINITY
  let first: At | null = null
  let within = 0
  let firstWithin: At | null = null
  return {
    take(cell: string, at: At) {
      const day = readDay(cell)
      if (!day) {
        others += 1
        if (holdsOldDay(cell)) {
          within += 1
          firstWithin ??= at
        }
        return
      }
      days += 1
      if (day.day > 1 && day.day < 28) {
        anyDay += 1
        if (day.year < longAgo) old += 1
      }
      earliest = Math.min(earliest, day.year)
      latest = Math.max(latest, day.year)
      first ??= at
    },
    /** where the first of them stands; null where the column holds no dates of birth */
    look(): At | null {
      if (firstWithin && within >= (days + others) / 2) return firstWithin
      const areDays = days > others && anyDay > days / 3
      return areDays && (latest - earliest >= wideSpan || old > days / 2) ? first : null
    },
  }
}
