import { countOf } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import type { ExhibitTable, TableCells } from './exhibit.ts'

/** What of a table is shown where room is short: its rows for readers, or the columns that are not extra. */
export function readerTable({ columns, rows, forReaders }: ExhibitTable): TableCells {
  if (forReaders) return forReaders
  const kept = columns.flatMap((column, index) => (column.isExtra ? [] : [{ column, index }]))
  return {
    columns: kept.map(({ column }) => column),
    rows: rows.map((row) => kept.map(({ index }) => row[index] ?? null)),
  }
}

/**
 * What is not shown, in words; null where all is.
 * @example 'What needs attention first; 29 more rows on its page'
 */
export function moreInWords({ forReaders }: ExhibitTable, left: number): string | null {
  if (left <= 0) return null
  const count = `${countOf(left, 'more row', 'more rows')} on its page`
  return forReaders?.order ? `${capital(forReaders.order)}; ${count}` : `and ${count}`
}
