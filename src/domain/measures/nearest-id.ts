/**
 * The known id that a mistyped one most likely meant, or null where none is near: at most a third of its
 * letters may be wrong, missing, extra or swapped with a neighbour.
 *
 * @example nearestId('ot-wating', ['ot-waiting', 'dp-clients']) → 'ot-waiting'
 */
export function nearestId(given: string, known: readonly string[]): string | null {
  let best: { id: string; distance: number } | null = null
  for (const id of known) {
    const distance = editDistance(given.toLowerCase(), id.toLowerCase())
    if (distance <= Math.max(given.length, id.length) / 3 && distance < (best?.distance ?? Infinity)) {
      best = { id, distance }
    }
  }
  return best?.id ?? null
}

/** Fewest single-letter changes from one word to another, swaps of neighbours counted as one. */
function editDistance(from: string, to: string): number {
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
  return last[to.length] ?? 0
}
