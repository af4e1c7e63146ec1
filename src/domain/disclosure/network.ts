import {
  anything,
  type DisclosureCell,
  publicInterval,
  quantityNames,
  type ReadingOfWithheld,
} from './cells.ts'
import type { Ledger } from './ledger.ts'
import { type Bounds, type Network, narrow } from './narrow.ts'
import type { DisclosurePolicy } from './policy.ts'
import type { Constraint } from './unknowns.ts'

/** The attacker's problem: what is bound to what, and how much of it hangs together. */
export interface AttackNetwork extends Network {
  bounds: Bounds
  /** of each cell, the number of the group that hangs together with it; -1 where it has no numbers */
  groupOf: (cell: DisclosureCell) => number
  groups: ReadonlyMap<number, { cells: number[]; unknowns: number[]; constraints: number[] }>
  /** works out a group anew from what is shown now */
  narrowGroup: (group: number) => void
}

export function buildNetwork(
  { cells, unknowns, constraints }: Ledger,
  reading: ReadingOfWithheld,
  policy: DisclosurePolicy,
): AttackNetwork {
  const size = unknowns.size()
  const canonical = constraints.map((constraint) => mergeTerms(constraint, unknowns.find))
  const constraintsOf: number[][] = Array.from({ length: size }, () => [])
  const parents = Int32Array.from({ length: size }, (_, unknown) => unknowns.find(unknown))
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
  canonical.forEach((constraint, place) => {
    const [first] = constraint.unknowns
    for (const unknown of constraint.unknowns) {
      constraintsOf[unknown]?.push(place)
      if (first !== undefined) parents[find(unknown)] = find(first)
    }
  })
  const groups = new Map<number, { cells: number[]; unknowns: number[]; constraints: number[] }>()
  const groupAt = (root: number) => {
    const found = groups.get(root) ?? { cells: [], unknowns: [], constraints: [] }
    groups.set(root, found)
    return found
  }
  for (let unknown = 0; unknown < size; unknown++)
    if (unknowns.find(unknown) === unknown) groupAt(find(unknown)).unknowns.push(unknown)
  canonical.forEach(({ unknowns: [first] }, place) => {
    if (first !== undefined) groupAt(find(first)).constraints.push(place)
  })
  const groupOf = (cell: DisclosureCell) => {
    // the numerator of a share hangs together with its denominator: any number will do, but a case apart
    for (const name of quantityNames) {
      const unknown = cell.unknowns[name]
      if (unknown !== undefined) return find(unknown)
    }
    return -1
  }
  const holders: number[][] = Array.from({ length: size }, () => [])
  cells.forEach((cell, place) => {
    const roots = new Set<number>()
    for (const name of quantityNames) {
      const unknown = cell.unknowns[name]
      if (unknown === undefined) continue
      roots.add(find(unknown))
      holders[unknowns.find(unknown)]?.push(place)
    }
    for (const root of roots) groupAt(root).cells.push(place)
  })

  const bounds: Bounds = {
    lower: new Float64Array(size),
    upper: new Float64Array(size).fill(Number.POSITIVE_INFINITY),
    lowerBy: new Int32Array(size).fill(-1),
    upperBy: new Int32Array(size).fill(-1),
  }
  const network: AttackNetwork = {
    constraints: canonical,
    constraintsOf,
    isWhole: (unknown) => Number.isInteger(unknowns.truthOf(unknown)),
    isActive: ({ cell }) => cell === null || cells[cell]?.shown.value !== null,
    bounds,
    groupOf,
    groups,
    narrowGroup(group) {
      const found = groups.get(group)
      if (!found) return
      for (const unknown of found.unknowns) {
        let { lower, upper } = anything
        for (const place of holders[unknown] ?? []) {
          const cell = cells[place]
          if (!cell) continue
          for (const name of quantityNames) {
            const own = cell.unknowns[name]
            if (own === undefined || unknowns.find(own) !== unknown) continue
            const told = publicInterval(cell, name, reading, policy)
            lower = Math.max(lower, told.lower)
            upper = Math.min(upper, told.upper)
          }
        }
        bounds.lower[unknown] = lower
        bounds.upper[unknown] = upper
        bounds.lowerBy[unknown] = -1
        bounds.upperBy[unknown] = -1
      }
      narrow(network, bounds, found.constraints)
    },
  }
  return network
}

/** A constraint over the numbers that stand for those that are one. */
function mergeTerms(constraint: Constraint, find: (unknown: number) => number): Constraint {
  const terms = new Map<number, number>()
  constraint.unknowns.forEach((unknown, index) => {
    const root = find(unknown)
    terms.set(root, (terms.get(root) ?? 0) + (constraint.coefficients[index] ?? 0))
  })
  const kept = [...terms].filter(([, coefficient]) => coefficient !== 0)
  return {
    ...constraint,
    unknowns: kept.map(([unknown]) => unknown),
    coefficients: kept.map(([, coefficient]) => coefficient),
  }
}
