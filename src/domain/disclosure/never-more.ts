import { type DisclosureKpi, type Named, type QuantityName, quantityNames } from './cells.ts'
import { truthOf } from './partitions.ts'
import type { StandingCells } from './standing-cells.ts'

/** A number of one measure that is never more than one of another: clients in the community, of all clients. */
export interface NeverMore {
  part: Named
  whole: Named
}

/** Of the cells that both have, so many may say otherwise: corrections reach one measure before the other. */
const mostOtherwise = 0.02
/** Much smaller numbers are never more either: a part of the same cases is often all of them. */
const leastEqual = 0.1

/**
 * Which numbers are never more than others, as a reader would find it from the figures of all places and groups. In the
 * newest periods first, which rule out nearly all pairs; then in all.
 *
 * @param recent how many of the newest periods, and twice the least number of sizes at which a part is all of its whole
 */
export function findNeverMore(
  standing: StandingCells,
  kpis: readonly DisclosureKpi[],
  recent: number,
): NeverMore[] {
  const periods = [...new Set(kpis.flatMap(({ id }) => standing.periodsOf(id)))].sort()
  const columns = columnsOf(standing, kpis, periods.slice(-recent))
  const found = columns.flatMap((part) =>
    columns
      .filter((whole) => part.kpi !== whole.kpi && isNeverMore(part.values, whole.values, recent))
      .map((whole) => ({ part: nameOf(part), whole: nameOf(whole) })),
  )
  if (found.length === 0) return []
  const named = new Set(found.flatMap(({ part, whole }) => [part.kpi, whole.kpi]))
  const all = columnsOf(
    standing,
    kpis.filter(({ id }) => named.has(id)),
    periods,
  )
  const valuesOf = ({ kpi, name }: Named) =>
    all.find((column) => column.kpi === kpi && column.name === name)?.values ?? new Float64Array()
  return found.filter(({ part, whole }) => isNeverMore(valuesOf(part), valuesOf(whole), recent))
}

/** One number of a measure, wherever it is held, side by side with those of others: NaN where it is not. */
interface Column extends Named {
  values: Float64Array
}

const nameOf = ({ kpi, name }: Named): Named => ({ kpi, name })

function columnsOf(
  standing: StandingCells,
  kpis: readonly DisclosureKpi[],
  periods: readonly string[],
): Column[] {
  const places = new Map<string, number>()
  const held = kpis.flatMap(({ id: kpi }) => {
    const entries = new Map<QuantityName, [place: number, value: number][]>()
    for (const period of periods)
      for (const [dimension, members] of standing.dimensionsAt(kpi, period))
        for (const [member, cell] of members) {
          const key = `${dimension}\n${member}\n${period}`
          const place = places.get(key) ?? places.size
          places.set(key, place)
          for (const name of quantityNames) {
            if (cell.unknowns[name] === undefined) continue
            const own = entries.get(name) ?? []
            own.push([place, truthOf(cell, name)])
            entries.set(name, own)
          }
        }
    return [...entries].map(([name, values]) => ({ kpi, name, values }))
  })
  return held.map(({ kpi, name, values }) => {
    const column = new Float64Array(places.size).fill(Number.NaN)
    for (const [place, value] of values) column[place] = value
    return { kpi, name, values: column }
  })
}

function isNeverMore(part: Float64Array, whole: Float64Array, recent: number): boolean {
  let [shared, more, equal] = [0, 0, 0]
  const sizes = new Set<number>()
  for (let place = 0; place < part.length; place++) {
    const one = part[place] ?? Number.NaN
    const other = whole[place] ?? Number.NaN
    if (Number.isNaN(one) || Number.isNaN(other)) continue
    shared += 1
    if (one > other) more += 1
    else if (one === other && one > 0) {
      equal += 1
      sizes.add(one)
    }
  }
  return (
    shared >= 2 * recent &&
    more <= mostOtherwise * shared &&
    equal >= leastEqual * shared &&
    sizes.size >= recent / 2
  )
}
