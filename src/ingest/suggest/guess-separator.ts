import { separators } from '../dialect.ts'

/** Records that are looked through: titles above the table are among them. */
const mostRecords = 60

/**
 * What separates the fields of a table of which nobody has said which columns it has. Where commas make a table of it,
 * they do; else whatever makes the widest one. What stands in quotation marks separates nothing.
 *
 * @example 'Town;"Note; long";Month\nActon;x;Apr-25' → ';', of three fields
 */
export function guessSeparator(head: string): string {
  const widths = separators.map((separator) => ({ separator, width: widest(head, separator) }))
  const commas = widths.find(({ separator }) => separator === ',')?.width ?? 0
  if (commas > 2) return ','
  const [best] = widths.toSorted((a, b) => b.width - a.width)
  return best && best.width > commas ? best.separator : ','
}

/** The number of fields that two and more records have; of one record alone, where there is no other. */
function widest(head: string, separator: string): number {
  const counts = fieldCounts(head, separator).filter((count) => count > 0)
  const repeated = counts.filter((count, index) => counts.indexOf(count) !== index)
  return Math.max(0, ...(repeated.length > 0 ? repeated : counts.slice(0, 1)))
}

/** A quotation mark opens a field where one may begin, whatever separates them, and a doubled one opens it again; elsewhere it is a letter. */
function fieldCounts(head: string, separator: string): number[] {
  const counts: number[] = []
  let fields = 1
  let before = '\n'
  let isQuoted = false
  let wasQuoted = false
  for (const character of head) {
    const isStart = before === '\n' || separators.some((one) => one === before)
    before = character
    if (isStart) wasQuoted = false
    if (character === '"' && (isQuoted || isStart || wasQuoted)) {
      isQuoted = !isQuoted
      wasQuoted = true
    } else if (isQuoted) continue
    else if (character === separator) fields += 1
    else if (character === '\n') {
      counts.push(fields)
      if (counts.length === mostRecords) return counts
      fields = 1
    }
  }
  return [...counts, fields]
}
