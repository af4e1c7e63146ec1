import { compareNames } from '../../domain/measures/compare-names.ts'
import { editDistance } from '../../domain/search/edit-distance.ts'

/**
 * The known measures whose ids are nearest to one that is not known: fewest single-letter edits first.
 * @example 'ot-wating' → 'ot-waiting', …
 */
export function nearestKpis<T extends { id: string }>(known: readonly T[], wanted: string, count = 3): T[] {
  return known
    .map((kpi) => ({ kpi, distance: editDistance(kpi.id, wanted.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || compareNames(a.kpi.id, b.kpi.id))
    .slice(0, count)
    .map(({ kpi }) => kpi)
}
