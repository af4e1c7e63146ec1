import { isPeriod } from '../domain/periods/period.ts'

const monthNames =
  'january february march april may june july august september october november december'.split(' ')

/** The number of a month by its name or the beginning of it. @example 'Sept' → 9; 'Mayor' → null */
export function monthNumber(name = ''): number | null {
  const given = name.toLowerCase()
  const index = given.length < 3 ? -1 : monthNames.findIndex((month) => month.startsWith(given))
  return index < 0 ? null : index + 1
}

/** A year of two digits is one of this century. @example '25' → 2025 */
export function fullYear(written = ''): number | null {
  return /^\d{2}$/.test(written) ? 2000 + Number(written) : /^\d{4}$/.test(written) ? Number(written) : null
}

/** A financial or calendar year inside a longer text. */
export const yearPattern =
  '(?<year>(?:FY ?)?(?:\\d{4}(?:[-/\u2013]?\\d{2}(?:\\d{2})?)?|\\d{2}[-/\u2013]\\d{2}))'

/**
 * The key of a financial year in any usual form; null where its two years do not follow each other.
 *
 * @example '2024-25', '2024/25', '2024–25', '2024/2025', '24/25', '202425', 'FY2024-25', 'April 2024 to March 2025' →
 *   'FY2024-25'; '202412' → null
 */
export function readFinancialYear(text: string): string | null {
  const [, first = '', century = '', last = ''] =
    /^(?:FY ?)?(\d{4}) ?(?:[-/\u2013]|to)? ?(\d{2})?(\d{2})$/i.exec(text) ??
    /^apr(?:il)? (\d{4}) ?(?:[-\u2013]|to) ?mar(?:ch)? (\d{2})?(\d{2})$/i.exec(text) ??
    shortYears(text)
  if (century !== '' && Number(century + last) !== Number(first) + 1) return null
  const key = `FY${first}-${last}`
  return isPeriod(key) ? key : null
}

/** Two years of two digits each, of this century. */
function shortYears(text: string): string[] {
  const [, first = '', last = ''] = /^(?:FY ?)?(\d{2})[-/\u2013](\d{2})$/i.exec(text) ?? []
  return first === '' ? [] : ['', `20${first}`, '', last]
}

/** The key of a month; null where there is none such. @example (2025, 4) → '2025-04' */
export function monthOf(year: number | null, month: number | null): string | null {
  const key = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  return isPeriod(key) ? key : null
}
