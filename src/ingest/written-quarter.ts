import { periodContaining } from '../domain/periods/period.ts'
import { fullYear, monthNumber, monthOf, readFinancialYear, yearPattern } from './years.ts'

const quarterPattern = '(?:Q(?:uarter|tr)? ?(?<quarter>[1-4])|(?<nth>[1-4])(?:st|nd|rd|th) (?:Quarter|Qtr))'
const quarterFirst = new RegExp(`^${quarterPattern}(?:[-, /_]{1,3}| of )${yearPattern}$`, 'i')
const yearFirst = new RegExp(`^${yearPattern}[-, /_]{0,3}${quarterPattern}$`, 'i')
const quarterAlone = new RegExp(`^${quarterPattern}$`, 'i')

/**
 * A quarter with its year, or the year from beside it. Months that stand with it have to be its own.
 *
 * @example '2022/23 Q3', 'Q1 (Apr-Jun) 2024/25', '1st Quarter 24/25' → the quarter; 'Q1 (Jan-Mar) 2024/25' → null
 */
export function quarterWritten(
  given: string,
  form: 'financial-quarter' | 'calendar-quarter',
  beside: string,
): string | null {
  const { text, first, last } = withoutMonths(given)
  const found = (quarterFirst.exec(text) ?? yearFirst.exec(text) ?? quarterAlone.exec(text))?.groups ?? {}
  const { year = beside, quarter = found.nth } = found
  if (quarter === undefined) return null
  const month = form === 'calendar-quarter' ? Number(quarter) * 3 : ((Number(quarter) * 3 + 2) % 12) + 1
  if (first !== null && !(monthNumber(first) === month - 2 && monthNumber(last) === month)) return null
  if (form === 'calendar-quarter') {
    const key = monthOf(Number(/^\d{4}$/.exec(year)?.[0]), month)
    return key && periodContaining('quarter', key)
  }
  const financial = readFinancialYear(year)
  return financial && `${financial.slice(2, 6)}-Q${quarter}`
}

const monthsBeside =
  / ?(?:\((?<first>[A-Za-z]{3,9})(?:-| to )(?<last>[A-Za-z]{3,9})\)|\b(?<from>[A-Za-z]{3,9})(?:-| to )(?<to>[A-Za-z]{3,9})\b)/

/** @example 'Q1 (Apr-Jun) 2024/25' → 'Q1 2024/25', with Apr and Jun */
function withoutMonths(given: string): { text: string; first: string | null; last: string } {
  const found = monthsBeside.exec(given)
  if (!found) return { text: given, first: null, last: '' }
  const { first, last, from = '', to = '' } = found.groups ?? {}
  const text = `${given.slice(0, found.index)} ${given.slice(found.index + found[0].length)}`
  return { text: text.replaceAll(/ +/g, ' ').trim(), first: first ?? from, last: last ?? to }
}

const twoMonths =
  /^(?<first>[A-Za-z]{3,9})(?: (?<before>\d{4}|\d{2}))?(?:-| to )(?<last>[A-Za-z]{3,9})[ -]'?(?<year>\d{4}|\d{2})$/
const monthsOfYear = new RegExp(`^(?<first>[A-Za-z]{3,9})(?:-| to )(?<last>[A-Za-z]{3,9}) ${yearPattern}$`)
const lastMonth =
  /^(?:quarter|qtr|q) ?(?:ending|ended|end|\/e|to) (?:\d{1,2} )?(?<last>[A-Za-z]{3,9}) (?<year>\d{4}|\d{2})$/i

/**
 * The quarter of the months that a text says, with their year or the financial year that they lie in.
 *
 * @example 'Apr-Jun 2025', 'April to June 2025', 'Oct - Dec 24', 'Quarter ending June 2025', 'Jan-Mar 2024/25' → the
 *   quarter; 'May-Jul 2025', 'Jan 2024 - Mar 2025' → null
 */
export function quarterOfMonths(text: string): string | null {
  const ending = lastMonth.exec(text)?.groups
  const { first, last, year, before } =
    ending ?? (twoMonths.exec(text) ?? monthsOfYear.exec(text))?.groups ?? {}
  const to = monthNumber(last)
  const from = ending ? to && to - 2 : monthNumber(first)
  if (from === null || to === null || from % 3 !== 1 || to !== from + 2) return null
  if (before !== undefined && fullYear(before) !== fullYear(year)) return null
  const financial = Number(readFinancialYear(year ?? '')?.slice(2, 6))
  const calendar = Number.isNaN(financial) ? fullYear(year) : financial + (to < 4 ? 1 : 0)
  const month = monthOf(calendar, to)
  return month && periodContaining('quarter', month)
}
