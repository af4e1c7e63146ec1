/**
 * A row of CSV that is read again by the loader, and by no spreadsheet: a text is kept as it stands, with whatever sign
 * it begins.
 *
 * @example ['-5', null, 'Acton, "east"'] → '-5,,"Acton, ""east"""\n'
 */
export function writeRow(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => writeCell(cell ?? '')).join(',')}\n`
}

function writeCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
