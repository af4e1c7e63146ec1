import { longestText } from '../contract/free-text.ts'
import { isPlainText } from '../contract/plain-text.ts'
import type { Cells } from './cells.ts'

/** A text as it is shown, to the limits that hold for one written in the app. That it names nobody was seen before. */
export function readText(cells: Cells, column: string, given: string): string {
  if (given.length > longestText) {
    const remedy = `shorten it to ${longestText} characters or fewer`
    cells.fault(column, `${column} has ${given.length} characters`, remedy)
  }
  if (!isPlainText(given)) {
    const remedy = 'copy it again as plain text'
    cells.fault(column, `${column} has characters that are not shown, or turn the text around`, remedy)
  }
  return given
}
