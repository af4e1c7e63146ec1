/** Characters that are shown of a cell. */
const longestShown = 60

/** A cell on one line, cut where it is long. */
export function shownCell(cell: string): string {
  const text = cell.replaceAll(/\s+/g, ' ').trim()
  return text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text
}
