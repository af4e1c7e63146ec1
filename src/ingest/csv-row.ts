import { joinHeader } from './joined-header.ts'
import { cellAddress } from './sheets/cell-address.ts'

/** One record of a table, with what is needed to find its fields again in the file. */
export interface CsvRow {
  /** the line on which the record starts, from 1 */
  line: number
  fields: readonly string[]
  /** as it stands in the file, quotes and line ends included */
  raw: string
  /** what stands between its fields; a comma where nothing is said */
  separator?: string
  /** where a spreadsheet or JSON says its fields stand, in place of a line of text; by field */
  cellOf?: (index: number) => string
  /** fields that repeat a cell above or to the left, because the two are merged */
  covered?: ReadonlySet<number>
}

/** Where a field is found: in a text by line and column, in a sheet by its cell too. */
export interface FieldPlace {
  line: number
  column: number
  cell?: string
}

/** A row of a sheet: its fields stand in cells. */
export function sheetRow(line: number, fields: readonly string[], covered: ReadonlySet<number>): CsvRow {
  return {
    line,
    fields,
    raw: fields.join('\t'),
    separator: '\t',
    covered,
    cellOf: (index) => cellAddress(line, index),
  }
}

/**
 * Where a field of a record starts: line and column from 1, counted in characters of the file. A quoted field
 * starts at its quote. One that the record does not have starts where the record ends.
 *
 * @example line 7, `a,"x, y",3`, field 2 → line 7, column 10
 */
export function locateField(row: CsvRow, index: number): FieldPlace {
  if (row.cellOf) return { line: row.line, column: row.line === 0 ? 0 : index + 1, cell: row.cellOf(index) }
  const starts = startsOf(row)
  const [line = 0, column = 1] = starts[Math.min(index, starts.length - 1)] ?? []
  return { line: row.line + line, column }
}

/** The field that starts at a place, by its number from 0; -1 where none of this record does. */
export function findField(
  row: CsvRow,
  { line, column, cell }: Pick<FieldPlace, 'line' | 'column'> & { cell?: string | undefined },
): number {
  return row.fields.findIndex((_, index) => {
    const place = locateField(row, index)
    return place.line === line && place.column === column && (cell === undefined || place.cell === cell)
  })
}

/** The last line of a record, from 1: a quoted field may have several. */
export function lastLineOf({ line, raw, cellOf }: CsvRow): number {
  return cellOf ? line : line + (raw.replace(/\r?\n?$/, '').match(/\n/g)?.length ?? 0)
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

/** The header that several rows make together, at the place of the last of them. */
export function joinHeaderRows(rows: readonly CsvRow[]): CsvRow | null {
  const last = rows.at(-1)
  if (!last || rows.length === 1) return last ?? null
  const areMerged = (index: number) => (rows[index]?.covered?.size ?? 0) > 0
  return {
    ...last,
    fields: joinHeader(
      rows.map(({ fields }) => fields),
      areMerged,
    ),
  }
}

/** A line with nothing on it, or with separators only, as spreadsheets leave below their data. */
export function isBlank(row: Pick<CsvRow, 'fields'>): boolean {
  return row.fields.every((field) => field.trim() === '')
}
