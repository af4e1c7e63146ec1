/** One record of a CSV file, with what is needed to find its fields again in the file. */
export interface CsvRow {
  /** the line on which the record starts, from 1 */
  line: number
  fields: readonly string[]
  /** as it stands in the file, quotes and line ends included */
  raw: string
}

/**
 * Where a field of a record starts: line and column from 1, counted in characters of the file. A quoted field
 * starts at its quote. One that the record does not have starts where the record ends.
 *
 * @example line 7, `a,"x, y",3`, field 2 → line 7, column 10
 */
export function locateField({ line, raw }: CsvRow, index: number): { line: number; column: number } {
  const place = { line, column: 1 }
  let field = 0
  let isQuoted = false
  for (const character of raw.replace(/\r?\n?$/, '')) {
    if (field === index) return place
    if (character === '"') isQuoted = !isQuoted
    if (character === ',' && !isQuoted) field += 1
    if (character === '\n') {
      place.line += 1
      place.column = 1
    } else place.column += 1
  }
  return place
}

/** A line with nothing on it, or with separators only, as spreadsheets leave below their data. */
export function isBlank(row: Pick<CsvRow, 'fields'>): boolean {
  return row.fields.every((field) => field.trim() === '')
}
