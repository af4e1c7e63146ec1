import type { CellObject } from 'write-excel-file/universal'
import type { ExhibitColumn, ExhibitTable } from '../../domain/exhibits/exhibit.ts'

/** Characters; longer words wrap. */
const longText = 60
const narrowest = 10
/** points of one line of words */
const lineHeight = 13

export function isLong(words: string): boolean {
  return words.length > longText
}

/** Wide enough for most of its words; longer ones wrap. In characters, as workbooks count. */
export function widthOf({ head, kind }: ExhibitColumn, rows: ExhibitTable['rows'], index: number): number {
  const longest = Math.max(0, ...rows.map((row) => String(row[index] ?? '').length))
  const wanted = kind === 'text' ? longest : Math.min(longest, 14)
  return Math.min(longText, Math.max(narrowest, wanted, Math.ceil(head.length / 2))) + 2
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
