/** Letters that say which list, and a number of five digits and more. @example '4410023', 'REF-20931' */
const formOfKey = /^[A-Z]{0,4}[-_/ ]?\d{5,12}$/i
/** Rows that show whether each has a key of its own. */
const leastKeyed = 10
/** Enough of them to know. */
const mostCells = 1000

/** Judges whether the cells of one column are keys: nearly every row has a number of its own, and is a single case. */
export function keysInColumn<At>() {
  const distinct = new Set<string>()
  let cells = 0
  let first: At | null = null
  return {
    take(cell: string, at: At) {
      if (cells >= mostCells) return
      cells += 1
      if (!formOfKey.test(cell)) return
      distinct.add(cell)
      first ??= at
    },
    /** where the first of them stands; null where they are none */
    look: (): At | null => (cells >= leastKeyed && distinct.size >= 0.9 * cells ? first : null),
  }
}
