/**
 * The known measures whose ids are nearest to one that is not known: fewest single-letter edits first.
 * @example 'ot-wating' → 'ot-waiting', …
 */
export function nearestKpis<T extends { id: string }>(known: readonly T[], wanted: string, count = 3): T[] {
  return known
    .map((kpi) => ({ kpi, distance: editDistance(kpi.id, wanted.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || a.kpi.id.localeCompare(b.kpi.id))
    .slice(0, count)
    .map(({ kpi }) => kpi)
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
