import type { Figure } from '../figures/figure.ts'
import { borough, comparatorDimension, type KpiDefinition } from '../measures/measure.ts'
import { isPresent, type Observation } from '../spc/observation.ts'

/** So many withheld beside one another have an order that would tell something of them. */
const leastWithheld = 2
/** What lies between none and the least that is shown. */
const small = 1

/** A breakdown of a measure, its members in the order in which they were received. */
interface Breakdown {
  isCount: boolean
  dimension: string
  members: string[]
  figures: Figure[]
}

/**
 * Lists follow the order in which members were received, and an extract is often sorted by how many there are: then the
 * order says which of two that are marked [c] is the larger. Where what is told could be sorted so, and no other measure
 * gives the breakdown in this order without being, members are told by their names. Whether it could be is read from what
 * is told alone, so that nothing follows from what is withheld.
 *
 * @example received as Southall 40, Hanwell [c], Acton [c] → Acton, Hanwell, Southall
 */
export function inOrderToTell(
  kpis: ReadonlyMap<string, Pick<KpiDefinition, 'unit'>>,
  figures: readonly Figure[],
): Figure[] {
  const breakdowns = breakdownsOf(figures, (kpi) => kpis.get(kpi)?.unit === 'count')
  const places = new Map(figures.map((figure, place) => [figure, place]))
  const told = [...figures]
  for (const one of breakdowns) {
    if (!couldBeSorted(one, leastWithheld) || isAnOrderOfItsOwn(one, breakdowns)) continue
    // the members of a period change places with one another, and periods stay in theirs
    for (const own of Map.groupBy(one.figures, ({ period }) => period).values()) {
      const free = own.map((figure) => places.get(figure) ?? 0)
      own
        .toSorted((first, second) => byNames(first.member, second.member))
        .forEach((figure, row) => {
          told[free[row] ?? 0] = figure
        })
    }
  }
  return told
}

const byNames = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true })

function breakdownsOf(figures: readonly Figure[], isCount: (kpi: string) => boolean): Breakdown[] {
  const parts = figures.filter(
    ({ dimension }) => dimension !== borough.dimension && dimension !== comparatorDimension,
  )
  return [...Map.groupBy(parts, ({ kpi, dimension }) => `${kpi} ${dimension}`).values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { kpi, dimension } = first
    return {
      isCount: isCount(kpi),
      dimension,
      members: [...new Set(own.map(({ member }) => member))],
      figures: own,
    }
  })
}

/** Whether some measure has the same members in the same order, and they are not sorted there by anything that is told. */
function isAnOrderOfItsOwn({ dimension, members }: Breakdown, all: readonly Breakdown[]): boolean {
  return all.some((other) => {
    if (other.dimension !== dimension || couldBeSorted(other, 0)) return false
    const theirs = other.members.filter((member) => members.includes(member))
    return members.every((member, row) => theirs[row] === member)
  })
}

/** By what is told of the first or of the last period, with so many withheld in it. */
function couldBeSorted({ isCount, members, figures }: Breakdown, least: number): boolean {
  const periods = figures.map(({ period }) => period).sort()
  return [periods[0], periods.at(-1)].some((period) => {
    const at = new Map(figures.flatMap((one) => (one.period === period ? [[one.member, one] as const] : [])))
    const row = members.flatMap((member) => at.get(member) ?? [])
    if (row.length < 3 || row.filter(isWithheld).length < least) return false
    return isCount
      ? isMonotone(row.map((one) => (isWithheld(one) ? small : one.value)))
      : (['value', 'denominator', 'n'] as const).some((name) => isMonotone(row.map((one) => one[name])))
  })
}

const isWithheld = ({ availability }: Figure) => availability === 'suppressed'

/** Never falling, or never rising, from one that is there to the next. */
function isMonotone(values: readonly Observation[]): boolean {
  const present = values.filter(isPresent)
  const steps = present.slice(1).map((value, row) => value - (present[row] ?? value))
  return steps.every((step) => step <= 0) || steps.every((step) => step >= 0)
}
