import { quantityNames, type ReadingOfWithheld } from './cells.ts'
import { type Demand, demandOn } from './demands.ts'
import type { Ledger } from './ledger.ts'
import { type AttackNetwork, buildNetwork } from './network.ts'
import { type DisclosurePolicy, type Interval, proposedPolicy } from './policy.ts'

/** Something that the public can work out and should not. */
export interface Disclosure extends Demand {
  /** what is still possible */
  possible: Interval
  isExact: boolean
  /** the last steps by which it is worked out */
  because: readonly string[]
}

/**
 * What a reader with everything public can work out of the true numbers and should not (demandsOn).
 * Bounds alone decide here: what they leave open is open, but for numbers that stand together in several
 * constraints the audit by a solver may know better (bench/disclosure).
 */
export function attack(
  ledger: Ledger,
  reading: ReadingOfWithheld = 'any',
  policy: DisclosurePolicy = proposedPolicy,
): Disclosure[] {
  const network = buildNetwork(ledger, reading, policy)
  return [...network.groups.keys()].flatMap((group) => {
    network.narrowGroup(group)
    return disclosuresIn(ledger, network, group, policy)
  })
}

export function disclosuresIn(
  ledger: Ledger,
  network: AttackNetwork,
  group: number,
  policy: DisclosurePolicy,
): Disclosure[] {
  return demandsIn(ledger, network, group, policy).flatMap((demand) => {
    const lower = network.bounds.lower[demand.unknown] ?? 0
    const upper = network.bounds.upper[demand.unknown] ?? 0
    if (isMet(demand, lower, upper)) return []
    const because = reasonsOf(network, demand.unknown)
    return [{ ...demand, possible: { lower, upper }, isExact: lower === upper, because }]
  })
}

function isMet({ each, outside }: Demand, lower: number, upper: number): boolean {
  return outside === null
    ? lower <= each.lower && upper >= each.upper
    : lower < outside.lower || upper > outside.upper
}

/** What must be possible of the numbers of a group. */
export function demandsIn(
  { cells, unknowns }: Ledger,
  network: AttackNetwork,
  group: number,
  policy: DisclosurePolicy,
): Demand[] {
  const demands: Demand[] = []
  for (const place of network.groups.get(group)?.cells ?? []) {
    const cell = cells[place]
    if (!cell) continue
    for (const name of quantityNames) {
      const unknown = cell.unknowns[name]
      if (unknown === undefined || network.groupOf(unknown) !== group) continue
      const demand = demandOn(cell, name, policy)
      const root = unknowns.find(unknown)
      if (demand && !network.isToldAsItIs(root)) demands.push({ ...demand, unknown: root })
    }
  }
  return demands
}

/** What narrowed a number last, and what had narrowed the others in it before. */
function reasonsOf({ bounds, constraints }: AttackNetwork, unknown: number): string[] {
  const reasons = new Set<string>()
  for (const by of [bounds.lowerBy[unknown] ?? -1, bounds.upperBy[unknown] ?? -1]) {
    const constraint = constraints[by]
    if (!constraint) continue
    reasons.add(constraint.why)
    for (const other of constraint.unknowns)
      for (const before of [bounds.lowerBy[other] ?? -1, bounds.upperBy[other] ?? -1]) {
        const why = constraints[before]?.why
        if (why && other !== unknown && reasons.size < 4) reasons.add(why)
      }
  }
  return [...reasons]
}

/** Names a disclosure without the number itself: messages reach logs and screens that exact figures must not. */
export function tellDisclosure({ kind, cell: { exact }, name, because }: Disclosure): string {
  const what =
    kind === 'withheld-share' ? `that the ${name} is small` : name === 'value' ? 'its count' : `its ${name}`
  const { kpi, dimension, member, period } = exact
  return `${kpi}, ${dimension} ${member}, ${period}: ${what} could be worked out (${because.join('; ') || 'from an earlier edition'})`
}
