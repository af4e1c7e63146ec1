import { type Disclosure, disclosuresIn, fallenIn, isProven, keyOf, unprovenIn } from './attack.ts'
import type { Demand } from './demands.ts'
import type { Ledger } from './ledger.ts'
import type { AttackNetwork } from './network.ts'
import { type Hiding, nearReach, reaches, waysToHide } from './ways-to-hide.ts'
import type { Worlds } from './worlds.ts'

/**
 * Hides what is least missed of a group until nothing more can be worked out in it; answers what no hiding mends.
 * Bounds come first, which show what gives a number away; then a world is looked for in which each value that
 * must be possible is (Worlds), and more is hidden where none is found.
 */
export function mendGroup(
  ledger: Ledger,
  network: AttackNetwork,
  worlds: Worlds,
  group: number,
): Disclosure[] {
  const givenUp = new Map(mendByBounds(ledger, network, group).map((left) => [keyOf(left), left]))
  mendByWorlds(ledger, network, worlds, group, givenUp)
  return [...givenUp.values()]
}

function mendByBounds(ledger: Ledger, network: AttackNetwork, group: number): Disclosure[] {
  const find = () => {
    network.narrowGroup(group)
    return fallenIn(network, group)
  }
  const hidden: Hiding[] = []
  const unmendable = new Set<string>()
  for (let found = find(); ; found = find()) {
    const next = found.find((disclosure) => !unmendable.has(keyOf(disclosure)))
    if (!next) break
    const hiding = chooseHiding(ledger, network, group, next, found, find)
    if (hiding) {
      hiding.hide()
      hidden.push(hiding)
    } else unmendable.add(keyOf(next))
  }
  showAgain(hidden, find)
  network.narrowGroup(group)
  return disclosuresIn(network, group)
}

/** What was hidden on the way and is not needed in the end is shown again, the most missed first. */
function showAgain(hidden: Hiding[], find: () => Demand[]) {
  const left = find().length
  for (const { hide, show } of hidden.toSorted((one, other) => other.cost - one.cost)) {
    show()
    if (find().length > left) hide()
  }
}

/**
 * The least missed figure whose hiding leaves less to be found; where none does so alone, the one that leaves
 * the most possible of the number in question. Null where nothing is left to hide.
 */
function chooseHiding(
  ledger: Ledger,
  network: AttackNetwork,
  group: number,
  disclosure: Demand,
  found: readonly Demand[],
  find: () => Demand[],
): Hiding | null {
  const root = ledger.unknowns.find(disclosure.cell.unknowns[disclosure.name] ?? 0)
  let best: { hiding: Hiding; width: number } | null = null
  const width = () => Math.min(1e6, network.bounds.upper[root] ?? 0) - (network.bounds.lower[root] ?? 0)
  const before = width()
  for (const reach of reaches) {
    for (const hiding of waysToHide(ledger, network, group, disclosure, reach)) {
      hiding.hide()
      const now = find()
      const isLess = now.length < found.length
      const wider = width()
      hiding.show()
      if (isLess) {
        find()
        return hiding
      }
      if (wider > (best?.width ?? before)) best = { hiding, width: wider }
    }
    // the reasons are those of what is shown: worked out again before they are followed further
    find()
  }
  return best?.hiding ?? null
}

/** Hides more where no world is found; whatever was proven before stays so, since hiding takes nothing away from it. */
function mendByWorlds(
  ledger: Ledger,
  network: AttackNetwork,
  worlds: Worlds,
  group: number,
  givenUp: Map<string, Disclosure>,
) {
  const isGivenUp = (demand: Demand) => givenUp.has(keyOf(demand))
  for (;;) {
    const unproven = unprovenIn(network, worlds, group, isGivenUp)
    if (unproven.length === 0) return
    for (const one of unproven)
      if (!isProven(one, network, worlds) && !hideUntilProven(ledger, network, worlds, group, one))
        givenUp.set(keyOf(one), one)
  }
}

/**
 * Hides the least missed figure that mends it alone; else all within reach, of which those that are not needed are
 * shown again. Hides nothing where all of that would not mend it.
 */
function hideUntilProven(
  ledger: Ledger,
  network: AttackNetwork,
  worlds: Worlds,
  group: number,
  disclosure: Disclosure,
): boolean {
  const isProvenNow = () => {
    network.narrowGroup(group)
    return worlds.onTrial(() => isProven(disclosure, network, worlds))
  }
  const ways = waysToHide(ledger, network, group, disclosure, nearReach)
  for (const { hide } of ways) hide()
  const isMendable = ways.length > 0 && isProvenNow()
  for (const { show } of ways) show()
  if (isMendable && !ways.some((way) => mendsAlone(way, isProvenNow))) {
    for (const { hide } of ways) hide()
    for (const { show, hide } of ways.toReversed()) {
      show()
      if (!isProvenNow()) hide()
    }
  }
  network.narrowGroup(group)
  return isMendable
}

function mendsAlone({ hide, show }: Hiding, isProvenNow: () => boolean): boolean {
  hide()
  const isEnough = isProvenNow()
  if (!isEnough) show()
  return isEnough
}
