import { borough } from '../measures/measure.ts'
import type { DisclosureCell, DisclosureKpi, QuantityName } from './cells.ts'

type Members = Map<string, DisclosureCell>
type Dimensions = Map<string, Members>

/** The cells that stand, by measure, period, dimension and member. */
export interface StandingCells {
  kpis: ReadonlyMap<string, DisclosureKpi>
  put: (cell: DisclosureCell) => void
  /** takes out what stands there */
  remove: (kpi: string, period: string, dimension: string, member: string) => void
  /** remembers what stands now; answers how to have exactly that stand again */
  keep: () => () => void
  /** whether anything was ever taken out: until then, what was ever put there stands */
  hasLost: () => boolean
  at: (kpi: string, period: string, dimension: string, member: string) => DisclosureCell | undefined
  /** the cell of the whole; of a measure without a whole, for its number of cases, any one of its cells */
  wholeAt: (kpi: string, period: string, name: QuantityName) => DisclosureCell | undefined
  dimensionsAt: (kpi: string, period: string) => ReadonlyMap<string, ReadonlyMap<string, DisclosureCell>>
  /** in order */
  periodsOf: (kpi: string) => readonly string[]
}

export function openStandingCells(): StandingCells {
  const kpis = new Map<string, DisclosureKpi>()
  const periods = new Map<string, Map<string, Dimensions>>()
  const inOrder = new Map<string, string[]>()
  let hasLost = false
  const dimensionsAt = (kpi: string, period: string): Dimensions => periods.get(kpi)?.get(period) ?? new Map()
  const at = (kpi: string, period: string, dimension: string, member: string) =>
    dimensionsAt(kpi, period).get(dimension)?.get(member)
  return {
    kpis,
    at,
    dimensionsAt,
    hasLost: () => hasLost,
    put(cell) {
      const { kpi, dimension, member, period } = cell.exact
      kpis.set(kpi, cell.kpi)
      const ofKpi = entry(periods, kpi)
      if (!ofKpi.has(period)) inOrder.delete(kpi)
      entry(entry(ofKpi, period), dimension).set(member, cell)
    },
    remove(kpi, period, dimension, member) {
      const dimensions = dimensionsAt(kpi, period)
      const members = dimensions.get(dimension)
      if (members?.delete(member)) hasLost = true
      if (members?.size === 0) dimensions.delete(dimension)
      if (dimensions.size > 0) return
      periods.get(kpi)?.delete(period)
      inOrder.delete(kpi)
    },
    keep() {
      const keptKpis = new Map(kpis)
      const kept = copyOf(periods)
      return () => {
        hasLost = true
        kpis.clear()
        periods.clear()
        inOrder.clear()
        for (const [id, kpi] of keptKpis) kpis.set(id, kpi)
        for (const [kpi, ofKpi] of copyOf(kept)) periods.set(kpi, ofKpi)
      }
    },
    wholeAt(kpi, period, name) {
      const whole = at(kpi, period, borough.dimension, borough.member)
      if (whole || name !== 'n') return whole
      const [members] = dimensionsAt(kpi, period).values()
      return members?.values().next().value
    },
    periodsOf(kpi) {
      const known = inOrder.get(kpi) ?? [...(periods.get(kpi)?.keys() ?? [])].sort()
      inOrder.set(kpi, known)
      return known
    },
  }
}

function copyOf(periods: Map<string, Map<string, Dimensions>>): Map<string, Map<string, Dimensions>> {
  const copied = <Value>(map: Map<string, Value>, copy: (value: Value) => Value) =>
    new Map([...map].map(([key, value]) => [key, copy(value)]))
  return copied(periods, (ofKpi) =>
    copied(ofKpi, (dimensions) => copied(dimensions, (members) => new Map(members))),
  )
}

/** The map that stands under a key; a new one where none does. */
function entry<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const found = map.get(key) ?? new Map<string, Value>()
  map.set(key, found)
  return found
}
