import { figureKey } from '../figures/figure.ts'
import type { DisclosureCell, ReadingOfWithheld } from './cells.ts'
import type { Demand } from './demands.ts'
import type { Ledger } from './ledger.ts'
import { type AttackNetwork, buildNetwork } from './network.ts'
import { type DisclosurePolicy, type Interval, proposedPolicy } from './policy.ts'
import { efforts, openWorlds, type Worlds } from './worlds.ts'

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
 * Bounds alone decide here: what they leave open may still be known where numbers stand together in several
 * constraints (attackByWorlds).
 */
export function attack(
  ledger: Ledger,
  reading: ReadingOfWithheld = 'reason',
  policy: DisclosurePolicy = proposedPolicy,
): Disclosure[] {
  const network = buildNetwork(ledger, reading, policy)
  return [...network.groups.keys()].flatMap((group) => {
    network.narrowGroup(group)
    return disclosuresIn(network, group)
  })
}

/** How sure it is that something can be worked out: no other world was found, or there is none for certain. */
export type Certainty = 'unproven' | 'certain'

/** What an attacker with whole numbers could work out at most, or what one can for certain. */
export function attackByWorlds(
  ledger: Ledger,
  {
    reading = 'reason',
    certainty = 'unproven',
    policy = proposedPolicy,
    wanted = ledger.cells,
  }: {
    reading?: ReadingOfWithheld
    certainty?: Certainty
    policy?: DisclosurePolicy
    wanted?: readonly DisclosureCell[]
  } = {},
): Disclosure[] {
  const network = buildNetwork(ledger, reading, policy, wanted)
  const worlds = openWorlds(network, ledger.unknowns)
  return [...network.groups.keys()].flatMap((group) => {
    network.narrowGroup(group)
    return certainty === 'unproven' ? unprovenIn(network, worlds, group) : refutedIn(network, worlds, group)
  })
}

export function disclosuresIn(network: AttackNetwork, group: number): Disclosure[] {
  return fallenIn(network, group).map((demand) => {
    const lower = network.bounds.lower[demand.unknown] ?? 0
    const upper = network.bounds.upper[demand.unknown] ?? 0
    const because = reasonsOf(network, demand.unknown)
    return { ...demand, possible: { lower, upper }, isExact: lower === upper, because }
  })
}

/** What must be possible and is not, by bounds alone. */
export function fallenIn({ bounds, demandsIn }: AttackNetwork, group: number): Demand[] {
  return demandsIn(group).filter(
    (demand) => !isMet(demand, bounds.lower[demand.unknown] ?? 0, bounds.upper[demand.unknown] ?? 0),
  )
}

/** Names a number that something is demanded of, whichever edition told it. */
export const keyOf = ({ cell: { exact }, name }: Demand) => `${figureKey(exact)} ${name}`

function isMet({ each, outside }: Demand, lower: number, upper: number): boolean {
  return outside === null
    ? lower <= each.lower && upper >= each.upper
    : lower < outside.lower || upper > outside.upper
}

/**
 * What must be possible and has not been shown to be: of each value that must be, a world is looked for in which
 * it is (openWorlds). The group must have been narrowed.
 */
export function unprovenIn(
  network: AttackNetwork,
  worlds: Worlds,
  group: number,
  isGivenUp: (demand: Demand) => boolean = () => false,
): Disclosure[] {
  return network
    .demandsIn(group)
    .flatMap((demand) =>
      isGivenUp(demand) || isProven(demand, network, worlds, efforts.thorough)
        ? []
        : [disclosureOf(demand, network)],
    )
}

/** What must be possible and for certain is not. The group must have been narrowed. */
function refutedIn(network: AttackNetwork, worlds: Worlds, group: number): Disclosure[] {
  return network
    .demandsIn(group)
    .flatMap((demand) => (isRefuted(demand, network, worlds) ? [disclosureOf(demand, network)] : []))
}

function disclosureOf(demand: Demand, network: AttackNetwork): Disclosure {
  const lower = network.bounds.lower[demand.unknown] ?? 0
  const upper = network.bounds.upper[demand.unknown] ?? 0
  const because = bindingOf(network, demand.unknown)
  return { ...demand, possible: { lower, upper }, isExact: lower === upper, because }
}

/** Whether some value that a demand asks for leads to a contradiction: a reader can tell, and not only perhaps. */
export function isRefuted(demand: Demand, network: AttackNetwork, worlds: Worlds): boolean {
  return waysToMeet(demand, network.isWhole(demand.unknown)).some((ways) =>
    ways.every((way) => worlds.hasNoneWhere(demand.unknown, way)),
  )
}

/** Whether each value that a demand asks for is that of some world. */
export function isProven(
  demand: Demand,
  network: AttackNetwork,
  worlds: Worlds,
  mostAttempts: number = efforts.quick,
): boolean {
  const { unknown } = demand
  return waysToMeet(demand, network.isWhole(unknown)).every((ways) => {
    const searches = ways.map((way) => worlds.lookWhere(unknown, way))
    // each way is tried once before any is tried long
    return [efforts.once, efforts.quick, mostAttempts].some((attempts) =>
      searches.some((find) => find(attempts)),
    )
  })
}

/** Numbers with fractions must be able to differ by this at least. */
const leastFraction = 0.05

/** All of these must be possible, each in one of its ways. */
export function waysToMeet({ each, outside }: Demand, isWhole: boolean): Interval[][] {
  if (outside !== null) {
    const step = isWhole ? 1 : leastFraction
    return [
      [
        { lower: outside.upper + step, upper: Number.POSITIVE_INFINITY },
        { lower: Number.NEGATIVE_INFINITY, upper: outside.lower - step },
      ],
    ]
  }
  if (!isWhole) return [[each]]
  return Array.from({ length: each.upper - each.lower + 1 }, (_, step) => [
    { lower: each.lower + step, upper: each.lower + step },
  ])
}

/** Whatever a number stands in: what is known of numbers that stand together has no one reason. */
function bindingOf({ constraints, constraintsOf, isActive }: AttackNetwork, unknown: number): string[] {
  const binding = constraintsOf(unknown).flatMap((place) => constraints[place] ?? [])
  return [...new Set(binding.filter(isActive).map(({ why }) => why))].slice(0, 4)
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
