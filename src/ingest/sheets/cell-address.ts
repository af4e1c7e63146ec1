/** A cell as spreadsheets name it. @example (2, 1) → 'B2'; line from 1, column from 0 */
export function cellAddress(line: number, column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return `${letters}${line}`
}

/** Line from 1 and column from 0 of a cell's name; null where it is none. @example 'AA10' → line 10, column 26 */
export function readAddress(address: string): { line: number; column: number } | null {
  const [, letters = '', line = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? []
  if (line === '') return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return { line: Number(line), column: column - 1 }
}

/** Cells that are one: first and last line from 1, first and last column from 0. */
export interface MergedRange {
  top: number
  left: number
  bottom: number
  right: number
}

/** @example 'A1:C2' → lines 1 to 2, columns 0 to 2 */
export function readRange(text: string): MergedRange | null {
  const [from = '', to = from] = text.split(':')
  const [start, end] = [readAddress(from), readAddress(to)]
  return start && end && { top: start.line, left: start.column, bottom: end.line, right: end.column }
}
