import { problemAt, type Report, wholeRow } from '../problem.ts'

/** Of the rows of one figure: how much they come to, and the largest, which alone can be the sum of the others. */
export interface RowSizes {
  sum: number
  /** rows that are more than nothing */
  rows: number
  largest: number
  line: number
}

export const noRows: RowSizes = { sum: 0, rows: 0, largest: 0, line: 0 }

/** So large a sum of two others is none by chance. */
const largeSum = 100
/** Differences under this share are binary noise. */
const noise = 1e-9

export function withRow(sizes: RowSizes, size: number, line: number): RowSizes {
  if (!(size > 0)) return sizes
  const isLargest = size > sizes.largest
  return {
    sum: sizes.sum + size,
    rows: sizes.rows + 1,
    largest: isLargest ? size : sizes.largest,
    line: isLargest ? line : sizes.line,
  }
}

/**
 * Asks where, in every figure that rows are added up to, one of them is the sum of all others: most likely their total,
 * whatever it is called, and the figure is twice what it should be.
 *
 * @example East 200, West 212, All areas 412 → asked about; one figure of 1, 2 and 3 → by chance
 */
export function reportSumAmongRows(file: string, figures: Iterable<RowSizes>, report: Report) {
  const several = [...figures].filter(({ rows }) => rows > 2)
  const [first] = several
  if (!first || !several.every(isTwice)) return
  if (several.length === 1 && first.sum < 2 * largeSum) return
  report(
    problemAt({ file, line: first.line, column: wholeRow }).asked(
      'this row is the sum of all others of its figure, and so is one of every other figure: is it their total, and counted twice?',
      'leave such rows out (a filter in the mapping), or call them Total; if they are rows of their own, publish it with a reason',
    ),
  )
}

function isTwice({ sum, largest }: RowSizes): boolean {
  return Math.abs(2 * largest - sum) <= noise * sum
}
