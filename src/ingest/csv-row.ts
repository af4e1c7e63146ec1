/** One record of a CSV file, with what is needed to find its fields again in the file. */
export interface CsvRow {
  /** the line on which the record starts, from 1 */
  line: number
  fields: readonly string[]
  /** as it stands in the file, quotes and line ends included */
  raw: string
  /** what stands between its fields; a comma where nothing is said */
  separator?: string
}

/**
 * Where a field of a record starts: line and column from 1, counted in characters of the file. A quoted field
 * starts at its quote. One that the record does not have starts where the record ends.
 *
 * @example line 7, `a,"x, y",3`, field 2 → line 7, column 10
 */
export function locateField(row: CsvRow, index: number): { line: number; column: number } {
  const starts = startsOf(row)
  const [line = 0, column = 1] = starts[Math.min(index, starts.length - 1)] ?? []
  return { line: row.line + line, column }
}

/** Lines below the first, and columns: of every field, and of the end. A row is looked through once, however often it is asked. */
const startsOfRow = new WeakMap<CsvRow, (readonly [line: number, column: number])[]>()

function startsOf(row: CsvRow) {
  const known = startsOfRow.get(row)
  if (known) return known
  const { separator = ',' } = row
  const starts: (readonly [number, number])[] = [[0, 1]]
  let line = 0
  let column = 1
  let isQuoted = false
  for (const character of row.raw.replace(/\r?\n?$/, '')) {
    if (character === '"') isQuoted = !isQuoted
    if (character === '\n') {
      line += 1
      column = 1
    } else column += 1
    if (character === separator && !isQuoted) starts.push([line, column])
  }
  starts.push([line, column])
  startsOfRow.set(row, starts)
  return starts
}

/** A line with nothing on it, or with separators only, as spreadsheets leave below their data. */
export function isBlank(row: Pick<CsvRow, 'fields'>): boolean {
  return row.fields.every((field) => field.trim() === '')
}
