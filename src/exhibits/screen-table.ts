import { wrapWords } from '../charts/type/wrap-words.ts'
import { cellDecimals } from '../domain/exhibits/cell-decimals.ts'
import type { ExhibitColumn, ExhibitTable } from '../domain/exhibits/exhibit.ts'
import { moreInWords, readerTable } from '../domain/exhibits/reader-table.ts'
import { cutText } from '../domain/exports/clean-text.ts'
import { formatNumber } from '../domain/measures/format.ts'
import { formatDate } from '../domain/periods/labels.ts'
import { columnWidths } from './column-widths.ts'

export interface ScreenTable {
  columns: { head: string; isNumber: boolean /** share of the width */; width: number }[]
  rows: { key: string; cells: string[] }[]
  /** 'and 12 more rows on its page'; null where all is shown */
  more: string | null
}

/** How much a table may take where it is shown, in px of a screen of 1920 by 1080. */
export interface TableRoom {
  columns: number
  rows: number
  width: number
  /** for its rows, without their head */
  height: number
  /** of its words */
  size: number
  line: number
  aroundRow: number
  aroundCell: number
  /** how wide its font runs beside the product's own, in which words are measured */
  spread: number
}

const longestCell = 150

/** The first rows of a table for a screen: columns that matter, cells in words, shortened rather than shrunk. */
export function layOutTable(table: ExhibitTable, room: TableRoom): ScreenTable {
  const { columns, rows } = readerTable(table)
  const nearest = rows.slice(0, room.rows)
  // a column that says nothing in these rows only takes their room
  const shown = columns
    .map((column, index) => ({ ...column, index }))
    .filter(({ index }) => nearest.some((row) => (row[index] ?? '') !== ''))
    .slice(0, room.columns)
  const first = nearest.map((row) => shown.map((column) => cellInWords(column, row[column.index] ?? null)))
  const heads = shown.map(({ head }) => head)
  // columns are as wide as the rows that are shown want them, and how many are shown depends on the columns
  let widths = sharesOf(heads, first, room)
  let count = rowsThatFit(first, widths, room)
  for (let more = count; more <= first.length; more += 1) {
    const wider = sharesOf(heads, first.slice(0, more), room)
    const fitting = rowsThatFit(first.slice(0, more), wider, room)
    if (fitting < more) break
    widths = wider
    count = more
  }
  return {
    columns: shown.map(({ head, kind }, place) => ({
      head,
      isNumber: kind === 'number',
      width: widths[place] ?? 1,
    })),
    rows: first.slice(0, count).map((row, index) => ({ key: String(index), cells: row })),
    more: moreInWords(table, rows.length - count),
  }
}

/** How wide each column is, with the room around its words, in per cent of the whole. */
function sharesOf(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  { width, size, spread, aroundCell }: TableRoom,
): number[] {
  const free = width - aroundCell * heads.length
  return columnWidths(heads, rows, { size, width: free, spread }).map(
    (words) => ((words + aroundCell) / width) * 100,
  )
}

/** How many rows the screen holds, by the lines that their cells take; one at least. */
function rowsThatFit(rows: readonly string[][], shares: readonly number[], room: TableRoom): number {
  const linesOf = (cell: string, place: number) => {
    const across = (room.width * (shares[place] ?? 1)) / 100 - room.aroundCell
    return wrapWords(cell, across / room.spread, 'text', room.size).length
  }
  let left = room.height
  const end = rows.findIndex((row) => {
    left -= Math.max(1, ...row.map(linesOf)) * room.line + room.aroundRow
    return left < 0
  })
  return end === -1 ? rows.length : Math.max(1, end)
}

/** @example a day '2025-06-30' → '30 Jun 2025'; 1234.5 with one decimal → '1,234.5' */
export function cellInWords(column: ExhibitColumn, cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return formatNumber(cell, cellDecimals(column, cell))
  if (column.kind === 'date') return formatDate(cell)
  if (cell.length <= longestCell) return cell
  return `${cutText(cell, longestCell).replace(/\s+\S*$/, '')}…`
}
