import type { PlaceNames } from '../disclosure/withholding-words.ts'
import type { DescribedKpi } from './describe-kpi.ts'

/** What measures and members are called in an edition. */
export function namesOfPlaces(kpis: readonly DescribedKpi[]): PlaceNames {
  const byId = new Map(kpis.map((kpi) => [kpi.id, kpi]))
  return {
    measure: (kpi) => byId.get(kpi)?.name ?? null,
    member: ({ kpi, dimension, member }) =>
      byId
        .get(kpi)
        ?.dimensions.find(({ id }) => id === dimension)
        ?.members.find(({ id }) => id === member)?.label ?? member,
  }
}
