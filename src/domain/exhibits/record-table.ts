import { decimalsOf } from '../measures/format.ts'
import type { ExhibitColumn, ExhibitTable } from './exhibit.ts'

type Cell = string | number | null

/** A column as the table on the page has it: its head, and the cell as plain text or number. */
export interface RecordColumnText<Row> {
  head: string
  text: (row: Row) => Cell
}

/**
 * Records of a page as a table that can leave it. What a column holds is read from its cells: numbers alone are
 * numbers, ISO days alone are dates, anything else is text.
 *
 * @param extra heads that are left out where room is short
 * @example heads Milestone, Promised; cells 'M1', '2025-06-30' → a text column and a date column
 */
export function recordTable<Row>(
  title: string,
  columns: readonly RecordColumnText<Row>[],
  rows: readonly Row[],
  extra: readonly string[] = [],
): ExhibitTable {
  const cells = rows.map((row) => columns.map(({ text }) => text(row)))
  return {
    title,
    columns: columns.map(({ head }, index) => ({
      ...describeColumn(
        head,
        cells.map((row) => row[index] ?? null),
      ),
      ...(extra.includes(head) && { isExtra: true }),
    })),
    rows: cells,
  }
}

/** An order for readers who asked for none, and how it is said: 'what needs attention first'. */
export interface ReadingOrder<Row> {
  compare: (a: Row, b: Row) => number
  words: string
}

/** The same records as slides and paper show them; in their own order where the reader asked for one. */
export function recordsForReaders<Row>(
  columns: readonly RecordColumnText<Row>[],
  rows: readonly Row[],
  order: ReadingOrder<Row> | null,
): NonNullable<ExhibitTable['forReaders']> {
  const table = recordTable('', columns, order ? rows.toSorted(order.compare) : rows)
  return { columns: table.columns, rows: table.rows, order: order?.words ?? null }
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/

function describeColumn(head: string, cells: readonly Cell[]): ExhibitColumn {
  const held = cells.filter((cell) => cell !== null && cell !== '')
  const numbers = held.filter((cell) => typeof cell === 'number')
  if (held.length > 0 && numbers.length === held.length) {
    const [first = 0, ...others] = new Set(numbers.map(decimalsOf))
    return { head, kind: 'number', decimals: others.length > 0 ? 'each' : first }
  }
  const isDate = held.length > 0 && held.every((cell) => typeof cell === 'string' && isoDay.test(cell))
  return { head, kind: isDate ? 'date' : 'text' }
}
