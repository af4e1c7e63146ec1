import { isDate } from '../domain/periods/calendar.ts'
import { addPeriods, type Frequency, isPeriod, periodContaining } from '../domain/periods/period.ts'
import { readDay, withoutTime, withoutWords } from './read-day.ts'
import { decidingDay, type WeekRule } from './weeks.ts'
import { quarterOfMonths, quarterWritten } from './written-quarter.ts'
import { plainText } from './written-text.ts'
import { fullYear, monthNumber, monthOf, readFinancialYear, yearPattern } from './years.ts'

/** How a file writes its periods. */
export const periodForms = [
  'period',
  'date',
  'day-first-date',
  'month-first-date',
  'day-month-name',
  'month-name',
  'month-number',
  'financial-year',
  'year-beginning',
  'year-ending',
  'financial-quarter',
  'calendar-quarter',
  'quarter-months',
  'financial-month',
  'financial-year-month',
  'calendar-month',
  'excel-serial',
  'iso-week',
] as const
export type PeriodForm = (typeof periodForms)[number]

export const periodFormExamples: Record<PeriodForm, string> = {
  period: '2025-04, 2025-Q1 or FY2024-25',
  date: '2025-04-01',
  'day-first-date': '01/04/2025 or 1.4.25',
  'month-first-date': '04/01/2025, the 1st of April',
  'day-month-name': '20 Jun 2021 or 20-Jun-21',
  'month-name': 'April 2025, Apr 2025 or Apr-25',
  'month-number': '202504, 2025/04 or 04/2025',
  'financial-year': '2024-25, 2024/25 or 202425',
  'year-beginning': '2024, for the year from April 2024',
  'year-ending': '2025, for the year to March 2025',
  'financial-quarter': '2024/25 Q3 or Q3 2024-25; or Q3, with the year beside it',
  'calendar-quarter': 'Q3 2024 (July to September 2024)',
  'quarter-months': 'Apr-Jun 2025',
  'financial-month': 'M1 or April, with the financial year beside it',
  'financial-year-month': '2024/25 M1, M1 2024-25 or 2024/25 April',
  'calendar-month': '4 or April, with the year beside it',
  'excel-serial': '45748, a day as a spreadsheet counts it',
  'iso-week': '2025-W14',
}

/** What a file says of its periods beside the text of each. */
export interface PeriodRule {
  /** of a month or quarter that is told without one: the year */
  year?: string | undefined
  /** of days that stand for weeks */
  week?: WeekRule | undefined
}

/**
 * The period key that a file's text means, or null where it is none of that form. A date stands for the period
 * of the measure's frequency that it lies in. "Apr-24" is April 2024, never the 24th of April.
 *
 * @example ('2019-12-01', 'date', 'month') → '2019-12'; ('2018-19', 'financial-year', 'year') → 'FY2018-19'
 */
export function parsePeriod(
  given: string,
  form: PeriodForm,
  frequency: Frequency,
  { year = '', week }: PeriodRule = {},
): string | null {
  if (form === 'period') return isPeriod(given) ? given : null
  const text = plainText(given).replaceAll(/ ?([-/]) ?/g, '$1')
  const written = dayWritten(text, form, week)
  if (written !== null) {
    const day = week ? decidingDay(written, week) : written
    return periodContaining(frequency, day.slice(0, 7))
  }
  const month = monthWritten(text, form, plainText(year))
  if (month !== null) return periodContaining(frequency, month)
  switch (form) {
    case 'financial-year':
      return readFinancialYear(text)
    case 'year-beginning':
      return yearFrom(calendarYear(text))
    case 'year-ending':
      return yearFrom(calendarYear(text) - 1)
    case 'financial-quarter':
    case 'calendar-quarter':
      return quarterWritten(text, form, plainText(year))
    case 'quarter-months':
      return quarterOfMonths(text)
    default:
      return null
  }
}

/** @example '2024', 'FY24' → 2024 */
function calendarYear(text: string): number {
  const [, four, two] = /^(?:FY ?)?(\d{4})$|^FY ?(\d{2})$/i.exec(text) ?? []
  return fullYear(four ?? two) ?? Number.NaN
}

function yearFrom(year: number): string | null {
  if (!Number.isInteger(year)) return null
  const key = `FY${year}-${String((year + 1) % 100).padStart(2, '0')}`
  return isPeriod(key) ? key : null
}

/** The month that a text says, in a form that says months; null in any other. */
function monthWritten(text: string, form: PeriodForm, year: string): string | null {
  switch (form) {
    case 'month-name': {
      const { name, year: own } =
        /^(?<name>[A-Za-z]{3,9})[-., /_]*'?(?<year>(?:19|20|21|22)\d{2}|\d{2})$/.exec(text)?.groups ??
        /^(?<year>(?:19|20|21|22)\d{2})[-., /_]{1,2}(?<name>[A-Za-z]{3,9})$/.exec(text)?.groups ??
        {}
      return monthOf(fullYear(own), monthNumber(name))
    }
    case 'month-number': {
      const { year: own, month } =
        /^(?<year>(?:19|20|21|22)\d{2})[-/. _]?M?(?<month>\d{2})$/i.exec(text)?.groups ??
        /^(?<year>(?:19|20|21|22)\d{2})(?:[-/. _]|[-/. _]?M)(?<month>\d)$/i.exec(text)?.groups ??
        /^(?<month>\d{1,2})[-/. _](?<year>(?:19|20|21|22)\d{2})$/.exec(text)?.groups ??
        {}
      return monthOf(Number(own), Number(month))
    }
    case 'calendar-month':
      return monthOf(Number(/^\d{4}$/.exec(year)?.[0]), numberedMonth(text))
    case 'financial-month':
      return monthOfYear(text, year)
    case 'financial-year-month': {
      const { own = '', month = '' } =
        (monthBehindYear.exec(text) ?? monthBeforeYear.exec(text))?.groups ?? {}
      return monthOfYear(month, own)
    }
    default:
      return null
  }
}

const ownYear = yearPattern.replace('<year>', '<own>')
const ownMonth = '(?<month>(?:M|P|Month |Period )?[A-Za-z]{0,9} ?\\d{0,2})'
const monthBehindYear = new RegExp(`^${ownYear}[-, /_]{0,2}${ownMonth}$`, 'i')
const monthBeforeYear = new RegExp(`^${ownMonth}[-, /_]{1,2}${ownYear}$`, 'i')

/** The month of a financial year, by its name or its number in it. @example ('M1', '2024-25') → '2024-04' */
function monthOfYear(text: string, year: string): string | null {
  const named = monthNumber(text)
  const number = named === null ? numberedMonth(text) : ((named + 8) % 12) + 1
  const first = readFinancialYear(year)?.slice(2, 6)
  return first && number !== null ? addPeriods(`${first}-04`, number - 1) : null
}

/** @example 'M1', 'Period 01', '1' → 1; 'April' → 4 */
function numberedMonth(text: string): number | null {
  const number = Number(/^(?:M|P|Month|Period)? ?0?(\d{1,2})$/i.exec(text)?.[1] ?? monthNumber(text))
  return number >= 1 && number <= 12 ? number : null
}

/**
 * The day that a text says, in a form that says days; null in any other. A day as 2025-04-01 is one in each of them:
 * so a sheet's days are read, whatever their cells show. A time of day behind it is left out.
 *
 * @example ('01/04/2025', 'day-first-date') → '2025-04-01'; ('45748', 'excel-serial') → '2025-04-01'
 */
export function dayWritten(given: string, form: PeriodForm, week?: WeekRule): string | null {
  const day = withoutTime(withoutWords(plainText(given), week))
  switch (form) {
    case 'date':
    case 'day-first-date':
    case 'month-first-date':
    case 'day-month-name':
    case 'excel-serial':
    case 'iso-week':
      return isDate(day) ? day : readDay(day, form)
    // a sheet keeps "Apr-25" as the first day of that month
    case 'month-name':
      return isDate(day) ? day : null
    default:
      return null
  }
}
