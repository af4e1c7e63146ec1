import { isDate } from '../domain/periods/calendar.ts'
import { type Frequency, isPeriod, periodContaining } from '../domain/periods/period.ts'

/** How a file writes its periods. */
export const periodForms = ['period', 'date', 'day-first-date', 'month-name', 'financial-year'] as const
export type PeriodForm = (typeof periodForms)[number]

export const periodFormExamples: Record<PeriodForm, string> = {
  period: '2025-04, 2025-Q1 or FY2024-25',
  date: '2025-04-01',
  'day-first-date': '01/04/2025',
  'month-name': 'April 2025, Apr 2025 or Apr-25',
  'financial-year': '2024-25 or 2024/25',
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The period key that a file's text means, or null where it is none of that form. A date stands for the period
 * of the measure's frequency that it lies in. "Apr-24" is April 2024, never the 24th of April.
 *
 * @example ('2019-12-01', 'date', 'month') → '2019-12'; ('2018-19', 'financial-year', 'year') → 'FY2018-19'
 */
export function parsePeriod(text: string, form: PeriodForm, frequency: Frequency): string | null {
  switch (form) {
    case 'period':
      return isPeriod(text) ? text : null
    case 'date':
      return isDate(text) ? periodContaining(frequency, text.slice(0, 7)) : null
    case 'day-first-date': {
      const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
      if (!parts) return null
      const [, day = '', month = '', year = ''] = parts
      const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
      return isDate(date) ? periodContaining(frequency, date.slice(0, 7)) : null
    }
    case 'month-name': {
      const parts = /^([A-Za-z]{3,9})[ -]((?:19|20|21|22)\d{2}|\d{2})$/.exec(text)
      const month = monthNames.findIndex((name) => isMonthName(parts?.[1] ?? '', name))
      if (!parts || month < 0) return null
      const year = parts[2]?.length === 2 ? `20${parts[2]}` : parts[2]
      return periodContaining(frequency, `${year}-${String(month + 1).padStart(2, '0')}`)
    }
    case 'financial-year': {
      const key = `FY${text.replace('/', '-')}`
      return isPeriod(key) ? key : null
    }
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
