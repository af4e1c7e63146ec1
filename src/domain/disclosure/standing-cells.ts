import { borough } from '../measures/measure.ts'
import type { DisclosureCell, DisclosureKpi, QuantityName } from './cells.ts'

type Members = Map<string, DisclosureCell>
type Dimensions = Map<string, Members>

/** The cells that stand, by measure, period, dimension and member. */
export interface StandingCells {
  kpis: ReadonlyMap<string, DisclosureKpi>
  /** what stood there before */
  put: (cell: DisclosureCell) => DisclosureCell | undefined
  at: (kpi: string, period: string, dimension: string, member: string) => DisclosureCell | undefined
  /** the cell of the whole; of a measure without a whole, for its number of cases, any one of its cells */
  wholeAt: (kpi: string, period: string, name: QuantityName) => DisclosureCell | undefined
  dimensionsAt: (kpi: string, period: string) => ReadonlyMap<string, ReadonlyMap<string, DisclosureCell>>
  /** in order */
  periodsOf: (kpi: string) => readonly string[]
}

const nothing: Dimensions = new Map()

export function openStandingCells(): StandingCells {
  const kpis = new Map<string, DisclosureKpi>()
  const periods = new Map<string, Map<string, Dimensions>>()
  const inOrder = new Map<string, string[]>()
  const dimensionsAt = (kpi: string, period: string): Dimensions => periods.get(kpi)?.get(period) ?? nothing
  const at = (kpi: string, period: string, dimension: string, member: string) =>
    dimensionsAt(kpi, period).get(dimension)?.get(member)
  return {
    kpis,
    at,
    dimensionsAt,
    put(cell) {
      const { kpi, dimension, member, period } = cell.exact
      kpis.set(kpi, cell.kpi)
      const ofKpi = entry(periods, kpi)
      if (!ofKpi.has(period)) inOrder.delete(kpi)
      const members: Members = entry(entry(ofKpi, period), dimension)
      const before = members.get(member)
      members.set(member, cell)
      return before
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

/** The map that stands under a key; a new one where none does. */
function entry<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  const found = map.get(key) ?? new Map<string, Value>()
  map.set(key, found)
  return found
}
