import { editDistance } from '../search/edit-distance.ts'

/**
 * The known id that a mistyped one most likely meant, or null where none is near: at most a third of its
 * letters may be wrong, missing, extra or swapped with a neighbour.
 *
 * @example nearestId('ot-wating', ['ot-waiting', 'dp-clients']) → 'ot-waiting'
 */
export function nearestId(given: string, known: readonly string[]): string | null {
  let best: { id: string; distance: number } | null = null
  for (const id of known) {
    const most = Math.max(given.length, id.length) / 3
    // as many letters are missing or extra as the lengths differ: most ids need no comparing
    if (Math.abs(given.length - id.length) > most) continue
    const distance = editDistance(given.toLowerCase(), id.toLowerCase())
    if (distance <= most && distance < (best?.distance ?? Infinity)) {
      best = { id, distance }
    }
  }
  return best?.id ?? null
}
