import { wordsWidth } from '../../charts/type/words-width.ts'
import { wrapWords } from '../../charts/type/wrap-words.ts'
import { cellDecimals } from '../../domain/exhibits/cell-decimals.ts'
import type { ExhibitColumn, ExhibitTable } from '../../domain/exhibits/exhibit.ts'
import { moreInWords, readerTable } from '../../domain/exhibits/reader-table.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import { type BoardBox, type BoardPart, type BoardText, stackLines } from './board-layout.ts'

type Cell = string | number | null

const columnGap = 20
const leading = 1.25
const isoDay = /^\d{4}-\d{2}-\d{2}$/
/** of the widest texts: longer ones wrap */
const widestShare = 0.42

/** A table's first rows, as many as there is room for, and how many more there are. */
export function layTable(table: ExhibitTable, size: number, room: BoardBox): BoardPart {
  const { columns, rows: cells } = readerTable(table)
  const rows = cells.map((row) => columns.map((column, index) => cellWords(column, row[index] ?? null)))
  const widths = columnWidths(columns, rows, size, room.width)
  const part: BoardPart = { texts: [], rules: [], bottom: room.y }
  const lay = (cells: readonly string[], face: 'text' | 'strong', top: number) =>
    layRow(cells, columns, widths, { face, size, x: room.x, top })

  const head = lay(
    columns.map(({ head }) => head),
    'strong',
    room.y,
  )
  part.texts.push(...head.texts)
  part.rules.push({ x: room.x, y: head.bottom, width: room.width, isStrong: true })
  part.bottom = head.bottom

  const closing = size * 1.6
  for (const [index, cells] of rows.entries()) {
    const row = lay(cells, 'text', part.bottom)
    const isLast = index === rows.length - 1
    if (row.bottom + (isLast ? 0 : closing) > room.y + room.height) {
      const words = moreInWords(table, rows.length - index)
      const line = stackLines(
        words ? [words] : [],
        styleOf(room.x, size, 'text', 'start'),
        part.bottom + size * 0.2,
        1.4,
      )
      part.texts.push(...line.texts)
      return { ...part, bottom: line.bottom }
    }
    part.texts.push(...row.texts)
    part.rules.push({ x: room.x, y: row.bottom, width: room.width, isStrong: false })
    part.bottom = row.bottom
  }
  return part
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

/** As wide as their words want, the widest narrowed until all have room; no narrower than their longest word. */
function columnWidths(
  columns: readonly ExhibitColumn[],
  rows: readonly (readonly string[])[],
  size: number,
  room: number,
): number[] {
  const free = room - columnGap * (columns.length - 1)
  const all = columns.map(({ head }, index) => [head, ...rows.map((row) => row[index] ?? '')])
  const wanted = all.map((texts) => Math.max(...texts.map((text) => wordsWidth(text, 'strong', size))))
  const least = all.map((texts) =>
    Math.max(...texts.flatMap((text) => text.split(' ')).map((word) => wordsWidth(word, 'strong', size))),
  )
  const total = sum(wanted)
  if (total <= free) return wanted.map((width) => (width * free) / total)
  const capped = wanted.map((width, index) =>
    Math.max(least[index] ?? 0, Math.min(width, free * widestShare)),
  )
  const floor = sum(least)
  if (floor >= free) return least.map((width) => (width * free) / floor)
  // what is over the longest words is shared out as it is wanted
  const over = capped.map((width, index) => width - (least[index] ?? 0))
  const share = (free - floor) / Math.max(1, sum(over))
  return least.map((width, index) => width + (over[index] ?? 0) * share)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
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
