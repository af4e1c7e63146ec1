/**
 * Fewest single-letter changes from one word to another: wrong, missing, extra, or swapped with its neighbour.
 *
 * @example editDistance('wating', 'waiting') → 1
 */
export function editDistance(from: string, to: string): number {
  return lastRow(from, to)[to.length] ?? 0
}

/**
 * Fewest changes from a word to the beginning of another, so that a word may be misspelt before it is complete.
 *
 * @example distanceToBeginning('safegard', 'safeguarding') → 1
 */
export function distanceToBeginning(from: string, to: string): number {
  return Math.min(...lastRow(from, to))
}

/** Changes from `from` to each beginning of `to`, the empty one first. */
function lastRow(from: string, to: string): number[] {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1]
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
      )
    }
    beforeLast = last
    last = current
  }
  return last
}
