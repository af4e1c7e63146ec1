import { cleanText } from './clean-text.ts'

/** Cells of a table for a spreadsheet: numbers stay numbers, null is an empty cell. */
export type CsvCell = string | number | null

/**
 * A table as CSV with CRLF line ends, as RFC 4180 has it. Text that a spreadsheet would take for a formula is
 * made harmless with an apostrophe; numbers, negative ones included, are kept.
 *
 * @example [['OT', -3], ['=1+1', null]] → 'OT,-3\r\n\'=1+1,\r\n'
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const harmless = harmlessText(cell)
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** As it begins where a spreadsheet takes it for a formula; full-width signs are read like the others. */
const formula = /^(\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\n])/

/**
 * Text for a cell: clean, and behind an apostrophe where a spreadsheet would take it for a formula. Cleaned first,
 * for a control character before the sign would hide it here and not there.
 */
export function harmlessText(text: string): string {
  const clean = cleanText(text)
  return formula.test(clean) ? `'${clean}` : clean
}
