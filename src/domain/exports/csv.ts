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

/** Text that a spreadsheet would take for a formula, behind an apostrophe; any other text as it is. */
export function harmlessText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
