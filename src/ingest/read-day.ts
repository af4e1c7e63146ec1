import { addDays, dayNumber, isDate } from '../domain/periods/calendar.ts'
import { fullYear, monthNumber } from './years.ts'

/** Days that a spreadsheet may mean by a number: from 1990 to 2199, so that no count is taken for one. */
const serials = { first: 32_874, last: 109_573 }

/**
 * A day in a form of its own, other than 2025-04-01. A spreadsheet counts days from the end of 1899 (and one too many,
 * for a leap day that 1900 had not); a week is told by its Monday.
 *
 * @example ('20 Jun 2021', 'day-month-name') → '2021-06-20'; ('2025-W14', 'iso-week') → '2025-03-31'
 */
export function readDay(text: string, form: string): string | null {
  switch (form) {
    case 'day-first-date': {
      const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
      return dayOf(Number(year), Number(month), Number(day))
    }
    case 'day-month-name': {
      const [, day = '', name = '', year = ''] =
        /^(?:[A-Za-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[- ]([A-Za-z]{3,9})[-, ]{1,2}'?(\d{4}|\d{2})$/.exec(
          text,
        ) ?? []
      return dayOf(fullYear(year), monthNumber(name), Number(day))
    }
    case 'excel-serial': {
      const serial = /^\d{5,6}(?:\.0+)?$/.test(text) ? Number(text) : 0
      if (serial < serials.first || serial > serials.last) return null
      return addDays('1899-12-30', serial)
    }
    case 'iso-week': {
      const [, year = '', week = ''] = /^(\d{4})[- ]?W(\d{1,2})$/i.exec(text) ?? []
      return mondayOf(Number(year), Number(week))
    }
    default:
      return null
  }
}

function dayOf(year: number | null, month: number | null, day: number): string | null {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isDate(date) ? date : null
}

/** The Monday of a week as ISO 8601 counts them: the first has the year's first Thursday. */
function mondayOf(year: number, week: number): string | null {
  if (!(week >= 1 && week <= 53) || !(year >= 1900 && year <= 2299)) return null
  const fourth = `${year}-01-04`
  // 1 January 1970 was a Thursday
  const weekday = (dayNumber(fourth) + 3) % 7
  const monday = addDays(fourth, (week - 1) * 7 - weekday)
  // a 53rd week that the year does not have is the next one's first
  return addDays(monday, 3).startsWith(`${year}`) ? monday : null
}
