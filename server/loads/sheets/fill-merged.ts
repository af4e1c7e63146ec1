import { mostColumns } from '../../../src/contract/bounds.ts'
import type { MergedRange } from '../../../src/ingest/sheets/cell-address.ts'

/**
 * Gives every cell of a merged range the text of its first: a heading over three columns heads each of them, and a
 * month beside seven rows is that of each. Ranges are given before the row that they begin in, in the order of rows.
 */
export function createMergeFiller() {
  let open: { range: MergedRange; text: string }[] = []
  return {
    begin(range: MergedRange) {
      if (range.right > range.left || range.bottom > range.top) open.push({ range, text: '' })
    },
    /** fills the cells of a row in place; the columns that were filled */
    fill(line: number, cells: string[]): Set<number> {
      const covered = new Set<number>()
      if (open.length === 0) return covered
      open = open.filter(({ range }) => range.bottom >= line)
      for (const one of open) {
        const { top, left, right } = one.range
        if (line < top) continue
        if (line === top) one.text = cells[left] ?? ''
        for (let column = left; column <= Math.min(right, mostColumns - 1); column += 1) {
          if ((line === top && column === left) || one.text === '' || (cells[column] ?? '') !== '') continue
          while (cells.length < column) cells.push('')
          cells[column] = one.text
          covered.add(column)
        }
      }
      return covered
    },
  }
}
