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
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
