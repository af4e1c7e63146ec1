/** A row of a sheet as it is packed. */
export interface PackedRow {
  /** from 1, as the spreadsheet numbers it */
  line: number
  /** texts, empty where a cell is; a day as 2025-04-01, a share shown as 45% as that */
  cells: string[]
  /** columns that only show what a cell to the left or above says: the two are merged */
  covered: ReadonlySet<number>
  isHidden: boolean
  /** columns that the spreadsheet does not show */
  hiddenColumns: ReadonlySet<number>
  /** columns of formulas that nobody has calculated */
  uncalculated: readonly number[]
}

/** One sheet of a workbook. */
export interface Sheet {
  name: string
  isHidden: boolean
  /** read anew each time; merged cells hold their text once, or in each of them */
  rows: (merged: 'once' | 'in-each') => AsyncGenerator<PackedRow>
}
