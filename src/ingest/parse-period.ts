import { addDays, isDate } from '../domain/periods/calendar.ts'
import { addPeriods, type Frequency, isPeriod, periodContaining } from '../domain/periods/period.ts'

/** How a file writes its periods. */
export const periodForms = [
  'period',
  'date',
  'day-first-date',
  'month-name',
  'financial-year',
  'financial-quarter',
  'financial-month',
  'excel-serial',
] as const
export type PeriodForm = (typeof periodForms)[number]

export const periodFormExamples: Record<PeriodForm, string> = {
  period: '2025-04, 2025-Q1 or FY2024-25',
  date: '2025-04-01',
  'day-first-date': '01/04/2025',
  'month-name': 'April 2025, Apr 2025 or Apr-25',
  'financial-year': '2024-25 or 2024/25',
  'financial-quarter': '2024/25 Q3 or Q3 2024-25',
  'financial-month': 'M1 (April), with the year beside it',
  'excel-serial': '45748, a day as a spreadsheet counts it',
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

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
  /** of a month that is told by its number: the financial year */
  year = '',
): string | null {
  const day = dayWritten(text, form)
  if (day !== null) return periodContaining(frequency, day.slice(0, 7))
  switch (form) {
    case 'period':
      return isPeriod(text) ? text : null
    case 'date':
    case 'day-first-date':
    case 'excel-serial':
      return null
    case 'month-name': {
      const parts = /^([A-Za-z]{3,9})[ -]((?:19|20|21|22)\d{2}|\d{2})$/.exec(text)
      const month = monthNames.findIndex((name) => isMonthName(parts?.[1] ?? '', name))
      if (!parts || month < 0) return null
      const year = parts[2]?.length === 2 ? `20${parts[2]}` : parts[2]
      return periodContaining(frequency, `${year}-${String(month + 1).padStart(2, '0')}`)
    }
    case 'financial-year':
      return financialYear(text)
    case 'financial-quarter': {
      const parts =
        /^(?:FY ?)?(?<year>\d{4}[-/]\d{2})[ ,-]{1,2}Q(?<quarter>[1-4])$/i.exec(text) ??
        /^Q(?<quarter>[1-4])[ ,-]{1,2}(?:FY ?)?(?<year>\d{4}[-/]\d{2})$/i.exec(text)
      const { year: written = '', quarter = '' } = parts?.groups ?? {}
      return financialYear(written) && `${written.slice(0, 4)}-Q${quarter}`
    }
    case 'financial-month': {
      const number = Number(/^(?:M|P|Month|Period)? ?0?(\d{1,2})$/i.exec(text)?.[1])
      const first = financialYear(year)?.slice(2, 6)
      if (!first || !(number >= 1 && number <= 12)) return null
      return periodContaining(frequency, addPeriods(`${first}-04`, number - 1))
    }
  }
}

function financialYear(text: string): string | null {
  const key = `FY${text.replace('/', '-')}`
  return isPeriod(key) ? key : null
}

/** Days that a spreadsheet may mean by a number: from 1990 to 2199, so that no count is taken for one. */
const serials = { first: 32_874, last: 109_573 }

/**
 * The day that a text says, in a form that says days; null in any other. A spreadsheet counts days from the end of
 * 1899 (and one too many, for a leap day that 1900 had not).
 *
 * @example ('01/04/2025', 'day-first-date') → '2025-04-01'; ('45748', 'excel-serial') → '2025-04-01'
 */
export function dayWritten(text: string, form: PeriodForm): string | null {
  switch (form) {
    case 'date':
      return isDate(text) ? text : null
    case 'day-first-date': {
      const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
      const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      return isDate(date) ? date : null
    }
    case 'excel-serial': {
      const serial = /^\d{5,6}(?:\.0+)?$/.test(text) ? Number(text) : 0
      if (serial < serials.first || serial > serials.last) return null
      return addDays('1899-12-30', serial)
    }
    default:
      return null
  }
}

const fullNames: Record<string, string> = {
  jan: 'january',
  feb: 'february',
  mar: 'march',
  apr: 'april',
  may: 'may',
  jun: 'june',
  jul: 'july',
  aug: 'august',
  sep: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
}

/** 'Sept' and 'September' are September; 'Mayor' is no month. */
function isMonthName(given: string, short: string): boolean {
  const name = given.toLowerCase()
  return name.startsWith(short) && (fullNames[short] ?? '').startsWith(name)
}
