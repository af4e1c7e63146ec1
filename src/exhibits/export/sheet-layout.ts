import type { CellObject } from 'write-excel-file/universal'
import { cellDecimals } from '../../domain/exhibits/cell-decimals.ts'
import type { ExhibitColumn, ExhibitTable } from '../../domain/exhibits/exhibit.ts'
import { formatNumber } from '../../domain/measures/format.ts'

/** Characters; longer words wrap. */
const longText = 60
const narrowest = 10
/** points of one line of words */
const lineHeight = 13

export function isLong(words: string): boolean {
  return words.length > longText
}

/** Wide enough for most of its words; longer ones wrap. In characters, as workbooks count. */
export function widthOf(column: ExhibitColumn, rows: ExhibitTable['rows'], index: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, lengthOf(column, row[index] ?? null)), 0)
  return Math.min(longText, Math.max(narrowest, longest, Math.ceil(column.head.length / 2))) + 2
}

/** As long as it is shown: a number that has no room for its commas and decimals is shown as ###. */
function lengthOf(column: ExhibitColumn, cell: string | number | null): number {
  if (cell === null) return 0
  return typeof cell === 'number' ? formatNumber(cell, cellDecimals(column, cell)).length : cell.length
}

/**
 * Rows as high as their longest words need: a program that does not reckon heights when it opens a file would set
 * wrapped words over the next row.
 */
export function withHeights(
  rows: readonly (CellObject | null)[][],
  widths: readonly number[],
): (CellObject | null)[][] {
  return rows.map((row) => {
    const lines = Math.max(1, ...row.map((cell, index) => linesOf(cell, widths[index] ?? longText)))
    return lines === 1 ? row : row.map((cell) => cell && { ...cell, height: lines * lineHeight })
  })
}

function linesOf(cell: CellObject | null, width: number): number {
  if (!cell?.wrap || typeof cell.value !== 'string') return 1
  let lines = 1
  let taken = 0
  for (const { length } of cell.value.split(' ')) {
    const longer = taken === 0 ? length : taken + 1 + length
    if (longer <= width) {
      taken = longer
    } else {
      lines += taken === 0 ? Math.ceil(length / width) - 1 : Math.ceil(length / width)
      taken = length % width
    }
  }
  return lines
}
