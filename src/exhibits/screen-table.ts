import { wrapWords } from '../charts/type/wrap-words.ts'
import { cellDecimals } from '../domain/exhibits/cell-decimals.ts'
import type { ExhibitColumn, ExhibitTable } from '../domain/exhibits/exhibit.ts'
import { moreInWords, readerTable } from '../domain/exhibits/reader-table.ts'
import { cutText } from '../domain/exports/clean-text.ts'
import { formatNumber } from '../domain/measures/format.ts'
import { formatDate } from '../domain/periods/labels.ts'

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
  const widths = shown.map((_, place) => widthOf(first.map((row) => row[place] ?? '')))
  const cells = first.slice(0, rowsThatFit(first, widths, room))
  return {
    columns: shown.map(({ head, kind }, place) => ({
      head,
      isNumber: kind === 'number',
      width: widths[place] ?? 1,
    })),
    rows: cells.map((row, index) => ({ key: String(index), cells: row })),
    more: moreInWords(table, rows.length - cells.length),
  }
}

/** How many rows the screen holds, by the lines that their cells take; one at least. */
function rowsThatFit(rows: readonly string[][], widths: readonly number[], room: TableRoom): number {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const linesOf = (cell: string, place: number) => {
    const across = (room.width * (widths[place] ?? 1)) / total - room.aroundCell
    return wrapWords(cell, across / room.spread, 'text', room.size).length
  }
  let left = room.height
  const end = rows.findIndex((row) => {
    left -= Math.max(1, ...row.map(linesOf)) * room.line + room.aroundRow
    return left < 0
  })
  return end === -1 ? rows.length : Math.max(1, end)
}

/** Long texts get more room, short ones keep enough to be read. */
function widthOf(cells: readonly string[]): number {
  const longest = Math.max(8, ...cells.map(({ length }) => length))
  return Math.sqrt(Math.min(longest, longestCell))
}

/** @example a day '2025-06-30' → '30 Jun 2025'; 1234.5 with one decimal → '1,234.5' */
export function cellInWords(column: ExhibitColumn, cell: string | number | null): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return formatNumber(cell, cellDecimals(column, cell))
  if (column.kind === 'date') return formatDate(cell)
  if (cell.length <= longestCell) return cell
  return `${cutText(cell, longestCell).replace(/\s+\S*$/, '')}…`
}
