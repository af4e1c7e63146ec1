/** A text without its capitals, and with plain single spaces. */
export function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

/** Columns of which a text is one that the mapping lists but for capitals and spaces, each with the first such line. */
export type Alike = Map<string, number>

/** Different texts of one list that are looked at: a column of free text has a new one in each row. */
const mostTexts = 1000

/** Notes texts that are none of a list, and would be but for capitals and spaces: the list passes them by in silence. */
export function watchAlike(column: string, listed: Iterable<string>, alike: Alike) {
  const known = new Set(listed)
  const bared = new Set([...known].map(bare))
  const seen = new Set<string>()
  return (text: string, line: number) => {
    if (text === '' || known.has(text) || seen.has(text) || seen.size >= mostTexts) return
    seen.add(text)
    if (bared.has(bare(text)) && !alike.has(column)) alike.set(column, line)
  }
}
