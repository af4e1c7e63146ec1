import { saysTotal, totalOf } from '../left-out.ts'

/**
 * Gives blank cells of some columns the text above them, as a pivot table says a month once for all its rows. What
 * stands in a row of totals is of that row alone.
 *
 * @example Month: 'Apr 2025', '' → 'Apr 2025' for both; 'Apr 2025 Total', '' → the second stays blank
 */
export function createCarrier(columns: readonly string[] = []) {
  const above = new Map(columns.map((column) => [column, '']))
  return (cell: (column: string) => string): ((column: string) => string) => {
    if (above.size === 0) return cell
    const carried = new Map<string, string>()
    for (const [column, before] of above) {
      const text = cell(column)
      carried.set(column, text === '' ? before : text)
      if (text !== '') above.set(column, saysTotal(text) || totalOf(text) !== null ? '' : text)
    }
    return (column) => carried.get(column) ?? cell(column)
  }
}

/**
 * Columns of a table that nobody has described whose blanks most likely mean the cell above: the first cell says
 * something, and where one is blank so is every cell before it, and not those behind it.
 */
export function carriedColumns(rows: readonly (readonly string[])[], names: readonly string[]): string[] {
  const blank = (row: readonly string[], index: number) => (row[index] ?? '').trim() === ''
  const found: string[] = []
  for (const [index, name] of names.entries()) {
    const [first] = rows
    if (!first || blank(first, index) || name === '') break
    const blanks = rows.filter((row) => blank(row, index) && row.some((cell) => cell.trim() !== ''))
    const isCarried = blanks.every((row) => row.slice(0, index).every((cell) => cell.trim() === ''))
    const isLabel = blanks.every(
      (row) => row.slice(index + 1).filter((cell) => cell.trim() !== '').length > 1,
    )
    if (blanks.length === 0 || !isCarried || !isLabel) break
    found.push(name)
  }
  return found
}

/** Rows with those blanks filled. */
export function filledDown(
  rows: readonly (readonly string[])[],
  names: readonly string[],
  columns: readonly string[],
): readonly (readonly string[])[] {
  if (columns.length === 0) return rows
  const carry = createCarrier(columns)
  return rows.map((row) => {
    const cell = carry((column) => (row[names.indexOf(column)] ?? '').trim())
    return row.map((text, index) => {
      const name = names[index] ?? ''
      return columns.includes(name) ? cell(name) : text
    })
  })
}
