/**
 * One header from several rows: what stands above in each column, then what stands below. A heading that is given once
 * for several columns, with blanks behind it, heads each of them, down to the next one; in the last row nothing is
 * carried on. Where the rows say which cells are merged, that decides instead.
 *
 * @example [['Town', 'Waiting', ''], ['', 'Apr-25', 'May-25']] → ['Town', 'Waiting Apr-25', 'Waiting May-25']
 */
export function joinHeader(
  rows: readonly (readonly string[])[],
  areMerged: (row: number) => boolean = () => false,
): string[] {
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const filled = rows.map((row, index) => {
    let carried = ''
    const carries = index < rows.length - 1 && !areMerged(index)
    return Array.from({ length: width }, (_, column) => {
      const said = row[column]?.trim() ?? ''
      if (said !== '') carried = said
      return carries ? carried : said
    })
  })
  return Array.from({ length: width }, (_, column) => {
    const said = filled.map((row) => row[column] ?? '').filter((text) => text !== '')
    return said.filter((text, index) => text !== said[index - 1]).join(' ')
  })
}
