import { wrapWords } from '../../charts/type/wrap-words.ts'
import { cellDecimals } from '../../domain/exhibits/cell-decimals.ts'
import type { ExhibitColumn, ExhibitTable } from '../../domain/exhibits/exhibit.ts'
import { moreInWords, readerTable } from '../../domain/exhibits/reader-table.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import { columnWidths } from '../column-widths.ts'
import { type BoardBox, type BoardPart, type BoardText, stackLines } from './board-layout.ts'

type Cell = string | number | null

const columnGap = 20
const leading = 1.25
const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** A table's first rows, as many as there is room for, and how many more there are. */
export function layTable(table: ExhibitTable, size: number, room: BoardBox): BoardPart {
  const { columns, rows } = readerTable(table)
  const cells = rows.map((row) => columns.map((column, index) => cellWords(column, row[index] ?? null)))
  // columns are as wide as the rows that are shown want them, and how many are shown depends on the columns
  let laid = layRows(table, columns, cells, cells, { size, room })
  for (let count = laid.count; count <= cells.length; count += 1) {
    const wider = layRows(table, columns, cells, cells.slice(0, count), { size, room })
    if (wider.count < count) break
    laid = wider
  }
  return laid.part
}

/** As many rows as fit in columns that are as wide as some of them want. */
function layRows(
  table: ExhibitTable,
  columns: readonly ExhibitColumn[],
  rows: readonly (readonly string[])[],
  measured: readonly (readonly string[])[],
  { size, room }: { size: number; room: BoardBox },
): { part: BoardPart; count: number } {
  const heads = columns.map(({ head }) => head)
  const free = room.width - columnGap * (columns.length - 1)
  const widths = columnWidths(heads, measured, { size, width: free })
  const part: BoardPart = { texts: [], rules: [], bottom: room.y }
  const lay = (cells: readonly string[], face: 'text' | 'strong', top: number) =>
    layRow(cells, columns, widths, { face, size, x: room.x, top })

  const head = lay(heads, 'strong', room.y)
  part.texts.push(...head.texts)
  part.rules.push({ x: room.x, y: head.bottom, width: room.width, isStrong: true })
  part.bottom = head.bottom

  const closing = size * 1.6
  for (const [index, cells] of rows.entries()) {
    const row = lay(cells, 'text', part.bottom)
    const isLast = index === rows.length - 1
    if (index === measured.length || row.bottom + (isLast ? 0 : closing) > room.y + room.height) {
      const words = moreInWords(table, rows.length - index)
      const line = stackLines(
        words ? [words] : [],
        styleOf(room.x, size, 'text', 'start'),
        part.bottom + size * 0.2,
        1.4,
      )
      part.texts.push(...line.texts)
      return { part: { ...part, bottom: line.bottom }, count: index }
    }
    part.texts.push(...row.texts)
    part.rules.push({ x: room.x, y: row.bottom, width: room.width, isStrong: false })
    part.bottom = row.bottom
  }
  return { part, count: rows.length }
}

interface RowPlace {
  face: 'text' | 'strong'
  size: number
  x: number
  top: number
}

function layRow(
  cells: readonly string[],
  columns: readonly ExhibitColumn[],
  widths: readonly number[],
  { face, size, x, top }: RowPlace,
): { texts: BoardText[]; bottom: number } {
  const texts: BoardText[] = []
  let left = x
  let bottom = top
  cells.forEach((words, index) => {
    const width = widths[index] ?? 0
    const isNumber = columns[index]?.kind === 'number'
    const style = styleOf(isNumber ? left + width : left, size, face, isNumber ? 'end' : 'start')
    const cell = stackLines(wrapWords(words, width, face, size), style, top + size * 0.3, leading)
    texts.push(...cell.texts)
    bottom = Math.max(bottom, cell.bottom + size * 0.3)
    left += width + columnGap
  })
  return { texts, bottom }
}

function styleOf(x: number, size: number, face: 'text' | 'strong', anchor: 'start' | 'end') {
  return { x, size, face, tone: 'ink', anchor } as const
}

/** @example number 1234.5 of 1 decimal → '1,234.5'; −3 → '−3' with a true minus sign; date → '30 Sep 2025' */
function cellWords(column: ExhibitColumn, cell: Cell): string {
  const { kind } = column
  if (cell === null) return ''
  if (typeof cell === 'number') {
    const decimals = cellDecimals(column, cell)
    if (kind !== 'number') return String(cell).replace('-', '−')
    const text = Math.abs(cell).toLocaleString('en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
    return cell < 0 ? `−${text}` : text
  }
  return kind === 'date' && isoDay.test(cell) ? formatDate(cell) : cell
}
