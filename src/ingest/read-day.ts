import { addDays, dayNumber, isDate } from '../domain/periods/calendar.ts'
import type { WeekRule } from './weeks.ts'
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
    case 'date': {
      const [, year = '', month = '', day = ''] =
        /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text) ??
        /^((?:19|20|21)\d\d)(\d\d)(\d\d)$/.exec(text) ??
        []
      return dateOf(Number(year), Number(month), Number(day))
    }
    case 'day-first-date': {
      const [, day = '', month = '', year = ''] = slashed.exec(text) ?? []
      return dateOf(shortYear(year), Number(month), Number(day))
    }
    case 'month-first-date': {
      const [, month = '', day = '', year = ''] = slashed.exec(text) ?? []
      return dateOf(shortYear(year), Number(month), Number(day))
    }
    case 'day-month-name': {
      const [, day = '', name = '', year = ''] =
        /^(?:[A-Za-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[- ]([A-Za-z]{3,9})[-, ]{1,2}'?(\d{4}|\d{2})$/.exec(
          text,
        ) ?? []
      return dateOf(fullYear(year), monthNumber(name), Number(day))
    }
    case 'excel-serial': {
      const serial = /^\d{5,6}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0
      if (serial < serials.first || serial > serials.last) return null
      return addDays('1899-12-30', serial)
    }
    case 'iso-week': {
      const { year = '', week = '' } =
        /^(?<year>\d{4})[- ]?(?:W|wk|week) ?(?<week>\d{1,2})$/i.exec(text)?.groups ??
        /^(?:W|wk|week) ?(?<week>\d{1,2})[ ,/-]{1,2}(?<year>\d{4})$/i.exec(text)?.groups ??
        {}
      return mondayOf(Number(year), Number(week))
    }
    default:
      return null
  }
}

const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/

/** Of three numbers of two digits the first may be the year, so only years that are no day and no month are read. */
function shortYear(written: string): number | null {
  const isYear = written.length === 4 || (Number(written) >= 13 && Number(written) <= 49)
  return isYear ? fullYear(written) : null
}

function dateOf(year: number | null, month: number | null, day: number): string | null {
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

const ofWeek =
  /^(?:w\/?(?<letter>[ecb])(?![a-z])\.?|week (?<word>ending|commencing|beginning|starting))[: ]*(?=\S)/i
const asAt = /^(?:as )?(?:at|of|on)[: ]+/i

/**
 * A day without the words before it. Those of a week are left out only where the mapping says that days stand for
 * weeks, and as the words do; else one would be taken for the day alone.
 *
 * @example ('W/E 07/04/2024', { written: 'last-day', … }) → '07/04/2024'; ('As at 30 April 2024') → '30 April 2024'
 */
export function withoutWords(text: string, week: WeekRule | undefined): string {
  const found = ofWeek.exec(text)
  if (!found) return text.replace(asAt, '')
  const isEnd = /^e/i.test(found.groups?.letter ?? found.groups?.word ?? '')
  return week && (week.written === 'last-day') === isEnd ? text.slice(found[0].length) : text
}

/** A time with its distance from UTC, as lists, queries and interfaces write it. */
const zoned = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)$/
/** Extracts are of British councils; what of them is the organisation's own clock is not known where a row is read. */
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/**
 * A time of another clock on ours: in summer the first of a month begins at 23:00 of the day before by UTC. Any other
 * text stays as it is.
 *
 * @example '2025-03-31T23:00:00Z' → '2025-04-01 00:00:00'
 */
export function onOurClock(text: string): string {
  const [, day = '', time = '', offset = ''] = zoned.exec(text) ?? []
  if (day === '' || !isDate(day)) return text
  const instant = new Date(`${day}T${time}${offset === 'Z' ? 'Z' : fullOffset(offset)}`)
  return Number.isNaN(instant.getTime()) ? text : clock.format(instant)
}

/** @example '+01', '+0100' → '+01:00' */
function fullOffset(offset: string): string {
  return `${offset.slice(0, 3)}:${offset.slice(3).replace(':', '') || '00'}`
}

/** @example '2025-04-01T00:00:00', '2025-04-01 14:30', '2025-03-31T23:00:00Z' → '2025-04-01' */
export function withoutTime(text: string): string {
  return onOurClock(text).replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?$/i, '')
}
