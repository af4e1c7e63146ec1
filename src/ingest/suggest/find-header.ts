import { joinHeader } from '../joined-header.ts'
import { formOf } from './column-kinds.ts'
import { numberShape } from './number-shape.ts'

/** Where a table's header is, when nobody has said which columns it has. */
export interface FoundHeader {
  /** of the first header row, in the rows that were looked through */
  at: number
  headerRows: number
  names: string[]
}

/** Rows in which a header is looked for. */
const mostHeadRows = 20

/**
 * The first row that is two thirds as full as the fullest, or more, and of words or periods. Where its names repeat, the row above
 * it tells them apart, and the two are one header.
 */
export function findHeader(rows: readonly (readonly string[])[]): FoundHeader | null {
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length)
  const most = Math.max(0, ...filled)
  if (most === 0) return null
  const at = rows
    .slice(0, mostHeadRows)
    .findIndex(
      (row, index) => (filled[index] ?? 0) >= Math.max(Math.min(2, most), (2 * most) / 3) && areNames(row),
    )
  if (at < 0) return null
  const names = joinHeader(rows.slice(at, at + 1))
  const above = rows[at - 1]
  const said = names.filter((name) => name !== '')
  if (above && new Set(said).size < said.length) {
    return { at: at - 1, headerRows: 2, names: joinHeader([above, rows[at] ?? []]) }
  }
  return { at, headerRows: 1, names }
}

/** Figures head nothing; a year or a month does. */
function areNames(row: readonly string[]): boolean {
  const figures = row.filter(
    (cell) => numberShape(cell.trim()) && formOf([cell.trim()], ['financial-year', 'month-number']) === null,
  )
  return figures.length === 0
}
