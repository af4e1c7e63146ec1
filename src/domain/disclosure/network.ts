import type { Figure } from '../figures/figure.ts'
import {
  anything,
  type DisclosureCell,
  type QuantityName,
  quantityNames,
  type ReadingOfWithheld,
} from './cells.ts'
import { type Demand, demandOn } from './demands.ts'
import { type KeptConstraint, madeOf, numbersOf } from './kept-constraints.ts'
import type { Ledger } from './ledger.ts'
import { type Bounds, narrow } from './narrow.ts'
import { type PackedConstraints, packConstraints } from './packed-constraints.ts'
import type { DisclosurePolicy, Interval } from './policy.ts'
import { needsProtection } from './protect.ts'
import { publicInterval } from './public-interval.ts'
import type { Constraint } from './unknowns.ts'

/** What hangs together: nothing outside a group says anything of a number inside it. */
export interface Group {
  cells: number[]
  unknowns: number[]
  constraints: number[]
  /** what may be asked after in it; a demand is made anew only when what is shown of its cell has changed */
  asked: Asked[]
}

interface Asked {
  cell: DisclosureCell
  name: QuantityName
  unknown: number
  /** what was shown when the demand was made */
  of: Figure | null
  demand: Demand | null
}

/** A figure that tells something of a number, and what it told when it was last asked. */
interface Teller {
  cell: DisclosureCell
  name: QuantityName
  of: Figure | null
  told: Interval
}

/** The attacker's problem: what is bound to what, and how much of it hangs together. */
export interface AttackNetwork {
  constraints: readonly Constraint[]
  /** of each unknown, the constraints that it stands in */
  constraintsOf: (unknown: number) => readonly number[]
  isWhole: (unknown: number) => boolean
  isActive: (constraint: Constraint) => boolean
  /** the same constraints as the search goes through them, those active that were when their group was narrowed */
  packed: PackedConstraints
  bounds: Bounds
  /** the figures that a number stands behind */
  cellsOf: (unknown: number) => DisclosureCell[]
  /** the group that a number stands in */
  groupOf: (unknown: number) => number
  groups: ReadonlyMap<number, Group>
  /** what must be possible of the numbers of a group */
  demandsIn: (group: number) => Demand[]
  /** works out a group anew from what is shown now */
  narrowGroup: (group: number) => void
}

/** So many numbers, and what is needed to attack them, are held at once where groups can be gone through in turn. */
const mostAtOnce = 20_000

/** The network of all cells, or of the groups alone in which some cells stand. */
export function buildNetwork(
  ledger: Ledger,
  reading: ReadingOfWithheld,
  policy: DisclosurePolicy,
  wanted: readonly DisclosureCell[] = ledger.cells,
): AttackNetwork {
  const joined = joinLedger(ledger)
  return networkOf(ledger, joined, rootsOf(wanted, joined.find), reading, policy)
}

/** The same in parts, one after another, each of whole groups and of so many numbers at most that memory holds it. */
export function* networksOf(
  ledger: Ledger,
  reading: ReadingOfWithheld,
  policy: DisclosurePolicy,
  wanted: readonly DisclosureCell[],
): Generator<AttackNetwork> {
  const joined = joinLedger(ledger)
  const sizes = new Int32Array(ledger.unknowns.size())
  for (let unknown = 0; unknown < sizes.length; unknown++) {
    const root = joined.find(unknown)
    sizes[root] = (sizes[root] ?? 0) + 1
  }
  let part = new Set<number>()
  let size = 0
  for (const root of rootsOf(wanted, joined.find)) {
    const own = sizes[root] ?? 0
    if (part.size > 0 && size + own > mostAtOnce) {
      yield networkOf(ledger, joined, part, reading, policy)
      part = new Set()
      size = 0
    }
    part.add(root)
    size += own
  }
  if (part.size > 0) yield networkOf(ledger, joined, part, reading, policy)
}

/** What of a ledger says anything still, and which of its numbers that joins. */
interface Joined {
  constraints: readonly KeptConstraint[]
  /** for each number, one that stands for all that hang together with it */
  find: (unknown: number) => number
}

function joinLedger({ cells, unknowns, constraints: all }: Ledger): Joined {
  // what an earlier edition has hidden says nothing and never will; who recalls what was told does not even know of it
  const isForgotten = (cell: DisclosureCell | undefined) => cell?.isFrozen && cell.shown.value === null
  const constraints = all.filter(({ cell }) => cell === null || !isForgotten(cells[cell]))
  return { constraints, find: joinGroups(unknowns.size(), constraints, unknowns.find) }
}

/** The groups in which some cells stand, in the order of the cells. */
function rootsOf(wanted: readonly DisclosureCell[], find: Joined['find']): Set<number> {
  const roots = new Set<number>()
  for (const { unknowns } of wanted)
    for (const name of quantityNames) if (unknowns[name] !== undefined) roots.add(find(unknowns[name]))
  return roots
}

function networkOf(
  { cells, unknowns }: Ledger,
  { constraints, find }: Joined,
  roots: ReadonlySet<number>,
  reading: ReadingOfWithheld,
  policy: DisclosurePolicy,
): AttackNetwork {
  const size = unknowns.size()
  const groups = new Map<number, Group>()
  for (const root of roots) groups.set(root, { cells: [], unknowns: [], constraints: [], asked: [] })
  const canonical: Constraint[] = []
  for (const kept of constraints) {
    const group = groups.get(find(numbersOf(kept)[0] ?? 0))
    if (!group) continue
    for (const constraint of madeOf(kept)) {
      group.constraints.push(canonical.length)
      canonical.push(mergeTerms(constraint, unknowns.find))
    }
  }
  const tellers = Array<Teller[] | undefined>(size).fill(undefined)
  cells.forEach((cell, place) => {
    const joined: number[] = []
    for (const name of quantityNames) {
      const unknown = cell.unknowns[name]
      const root = unknown === undefined ? -1 : find(unknown)
      const group = groups.get(root)
      if (!group || unknown === undefined) continue
      // a number of cases may hang together with nothing that the value does
      if (!joined.includes(root)) group.cells.push(place)
      joined.push(root)
      const one = unknowns.find(unknown)
      const told = tellers[one]
      const teller: Teller = { cell, name, of: null, told: anything }
      if (told) told.push(teller)
      else {
        tellers[one] = [teller]
        group.unknowns.push(one)
      }
      group.asked.push({ cell, name, unknown: one, of: null, demand: null })
    }
  })

  // of a number behind no figure nothing is told by itself
  for (const { unknowns: own } of canonical)
    for (const unknown of own) {
      if (tellers[unknown]) continue
      tellers[unknown] = []
      groups.get(find(unknown))?.unknowns.push(unknown)
    }

  const bounds: Bounds = {
    lower: new Float64Array(size),
    upper: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    lowerBy: new Int32Array(size).fill(-1),
    upperBy: new Int32Array(size).fill(-1),
  }
  function reset(unknown: number) {
    let { lower, upper } = anything
    for (const teller of tellers[unknown] ?? []) {
      const { cell, name } = teller
      if (teller.of !== cell.shown) {
        teller.of = cell.shown
        teller.told = publicInterval(cell, name, reading, policy)
      }
      const { told } = teller
      if (told.lower > lower) lower = told.lower
      if (told.upper < upper) upper = told.upper
    }
    bounds.lower[unknown] = lower
    bounds.upper[unknown] = upper
    bounds.lowerBy[unknown] = -1
    bounds.upperBy[unknown] = -1
  }
  const isWhole = (unknown: number) => Number.isInteger(unknowns.truthOf(unknown))
  const isActive = ({ cell, isTold }: Constraint) =>
    (cell === null || cells[cell]?.shown.value !== null) && (isTold?.() ?? true)
  /** published as they are, here or elsewhere, and not to be hidden: nothing protects them any more */
  const toldAsTheyAre = new Set<number>()
  tellers.forEach((own, unknown) => {
    const isTold = ({ cell, name }: Teller) =>
      name !== 'remainder' && !needsProtection(cell.kpi) && cell.shown[name] !== null
    if (own?.some(isTold)) toldAsTheyAre.add(unknown)
  })
  /** whether a number is a count that is itself withheld for being small, and may be known to be that */
  const isSaidToBeSmall = (unknown: number) =>
    (tellers[unknown] ?? []).some(
      ({ cell, name }) => publicInterval(cell, name, reading, policy).upper <= policy.smallCount,
    )
  const packed = packConstraints(canonical, size, isWhole)
  const { places, placeStarts } = packed
  return {
    constraints: canonical,
    constraintsOf: (unknown) => [...places.subarray(placeStarts[unknown], placeStarts[unknown + 1])],
    isWhole,
    isActive,
    packed,
    bounds,
    cellsOf: (unknown) => (tellers[unknown] ?? []).map(({ cell }) => cell),
    groupOf: find,
    groups,
    demandsIn(group) {
      const demands: Demand[] = []
      for (const asked of groups.get(group)?.asked ?? []) {
        const { cell, name, unknown } = asked
        if (asked.of !== cell.shown) {
          asked.of = cell.shown
          const demand = demandOn(cell, name, policy)
          asked.demand = demand && { ...demand, unknown }
        }
        const { demand } = asked
        if (!demand || toldAsTheyAre.has(unknown)) continue
        // [c] of a count says that it is small: a share of it cannot hide that again
        if (demand.kind === 'withheld-share' && isSaidToBeSmall(unknown)) continue
        demands.push(demand)
      }
      return demands
    },
    narrowGroup(group) {
      const found = groups.get(group)
      if (!found) return
      for (const unknown of found.unknowns) reset(unknown)
      for (const place of found.constraints) {
        const constraint = canonical[place]
        packed.isActive[place] = constraint && isActive(constraint) ? 1 : 0
      }
      narrow(packed, bounds, found.constraints)
    },
  }
}

/** For each number, one that stands for all that hang together with it through constraints. */
function joinGroups(
  size: number,
  constraints: readonly KeptConstraint[],
  findSame: (unknown: number) => number,
): (unknown: number) => number {
  const parents = Int32Array.from({ length: size }, (_, unknown) => findSame(unknown))
  const find = (unknown: number): number => {
    let root = unknown
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root
    for (let step = unknown; step !== root; ) {
      const next = parents[step] ?? root
      parents[step] = root
      step = next
    }
    return root
  }
  for (const kept of constraints) {
    const numbers = numbersOf(kept)
    const first = find(numbers[0] ?? 0)
    for (const unknown of numbers) parents[find(unknown)] = first
  }
  return find
}

/** A constraint over the numbers that stand for those that are one. */
function mergeTerms(constraint: Constraint, find: (unknown: number) => number): Constraint {
  const roots = constraint.unknowns.map(find)
  if (roots.every((root, index) => roots.indexOf(root) === index)) return { ...constraint, unknowns: roots }
  const terms = new Map<number, number>()
  roots.forEach((root, index) => {
    terms.set(root, (terms.get(root) ?? 0) + (constraint.coefficients[index] ?? 0))
  })
  const kept = [...terms].filter(([, coefficient]) => coefficient !== 0)
  return {
    ...constraint,
    unknowns: kept.map(([unknown]) => unknown),
    coefficients: kept.map(([, coefficient]) => coefficient),
  }
}
