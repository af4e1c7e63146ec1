import { isDate } from '../domain/periods/calendar.ts'
import { addPeriods, type Frequency, isPeriod, periodContaining } from '../domain/periods/period.ts'
import { readDay } from './read-day.ts'
import { decidingDay, type WeekRule } from './weeks.ts'
import { fullYear, monthNumber, readFinancialYear, yearPattern } from './years.ts'

/** How a file writes its periods. */
export const periodForms = [
  'period',
  'date',
  'day-first-date',
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
  'calendar-month',
  'excel-serial',
  'iso-week',
] as const
export type PeriodForm = (typeof periodForms)[number]

export const periodFormExamples: Record<PeriodForm, string> = {
  period: '2025-04, 2025-Q1 or FY2024-25',
  date: '2025-04-01',
  'day-first-date': '01/04/2025',
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
  text: string,
  form: PeriodForm,
  frequency: Frequency,
  { year = '', week }: PeriodRule = {},
): string | null {
  const written = dayWritten(text, form)
  if (written !== null) {
    const day = week ? decidingDay(written, week) : written
    return periodContaining(frequency, day.slice(0, 7))
  }
  const month = monthWritten(text, form, year)
  if (month !== null) return periodContaining(frequency, month)
  switch (form) {
    case 'period':
      return isPeriod(text) ? text : null
    case 'financial-year':
      return readFinancialYear(text)
    case 'year-beginning':
      return yearFrom(Number(/^\d{4}$/.exec(text)?.[0]))
    case 'year-ending':
      return yearFrom(Number(/^\d{4}$/.exec(text)?.[0]) - 1)
    case 'financial-quarter':
    case 'calendar-quarter':
      return quarterWritten(text, form, year)
    case 'quarter-months':
      return quarterOfMonths(text)
    default:
      return null
  }
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
        /^(?<name>[A-Za-z]{3,9})[ -]*'?(?<year>(?:19|20|21|22)\d{2}|\d{2})$/.exec(text)?.groups ??
        /^(?<year>(?:19|20|21|22)\d{2})[ -](?<name>[A-Za-z]{3,9})$/.exec(text)?.groups ??
        {}
      return monthOf(fullYear(own), monthNumber(name))
    }
    case 'month-number': {
      const { year: own, month } =
        /^(?<year>(?:19|20|21|22)\d{2})[-/. ]?(?<month>\d{2})$/.exec(text)?.groups ??
        /^(?<month>\d{1,2})[-/. ](?<year>(?:19|20|21|22)\d{2})$/.exec(text)?.groups ??
        {}
      return monthOf(Number(own), Number(month))
    }
    case 'calendar-month':
      return monthOf(Number(/^\d{4}$/.exec(year)?.[0]), numberedMonth(text))
    case 'financial-month': {
      const named = monthNumber(text)
      const number = named === null ? numberedMonth(text) : ((named + 8) % 12) + 1
      const first = readFinancialYear(year)?.slice(2, 6)
      return first && number !== null ? addPeriods(`${first}-04`, number - 1) : null
    }
    default:
      return null
  }
}

function monthOf(year: number | null, month: number | null): string | null {
  const key = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  return isPeriod(key) ? key : null
}

/** @example 'M1', 'Period 01', '1' → 1; 'April' → 4 */
function numberedMonth(text: string): number | null {
  const number = Number(/^(?:M|P|Month|Period)? ?0?(\d{1,2})$/i.exec(text)?.[1] ?? monthNumber(text))
  return number >= 1 && number <= 12 ? number : null
}

const quarterPattern = 'Q(?:uarter|tr)? ?(?<quarter>[1-4])'
const quarterFirst = new RegExp(`^${quarterPattern}(?:[ ,-]{1,3}|, ?)${yearPattern}$`, 'i')
const yearFirst = new RegExp(`^${yearPattern}[ ,-]{0,3}${quarterPattern}$`, 'i')
const quarterAlone = new RegExp(`^${quarterPattern}$`, 'i')

function quarterWritten(
  text: string,
  form: 'financial-quarter' | 'calendar-quarter',
  beside: string,
): string | null {
  const { year = beside, quarter } =
    (quarterFirst.exec(text) ?? yearFirst.exec(text) ?? quarterAlone.exec(text))?.groups ?? {}
  if (quarter === undefined) return null
  if (form === 'calendar-quarter') {
    const month = monthOf(Number(/^\d{4}$/.exec(year)?.[0]), Number(quarter) * 3)
    return month && periodContaining('quarter', month)
  }
  const financial = readFinancialYear(year)
  return financial && `${financial.slice(2, 6)}-Q${quarter}`
}

/** @example 'Apr-Jun 2025', 'April to June 2025', 'Oct - Dec 24' → the quarter; 'May-Jul 2025' → null */
function quarterOfMonths(text: string): string | null {
  const { first, last, year } =
    /^(?<first>[A-Za-z]{3,9})(?: ?[-\u2013] ?| to )(?<last>[A-Za-z]{3,9})[ -]'?(?<year>\d{4}|\d{2})$/.exec(
      text,
    )?.groups ?? {}
  const [from, to] = [monthNumber(first), monthNumber(last)]
  if (from === null || to === null || from % 3 !== 1 || to !== from + 2) return null
  const month = monthOf(fullYear(year), to)
  return month && periodContaining('quarter', month)
}

/**
 * The day that a text says, in a form that says days; null in any other. A day as 2025-04-01 is one in each of them:
 * so a sheet's days are read, whatever their cells show. A time of day behind it is left out.
 *
 * @example ('01/04/2025', 'day-first-date') → '2025-04-01'; ('45748', 'excel-serial') → '2025-04-01'
 */
export function dayWritten(text: string, form: PeriodForm): string | null {
  const day = withoutTime(text)
  switch (form) {
    case 'date':
    case 'day-first-date':
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

/** @example '2025-04-01T00:00:00', '2025-04-01 14:30' → '2025-04-01' */
export function withoutTime(text: string): string {
  return text.replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AP]M)?Z?$/i, '')
}
