import { type Disclosure, fallenIn, isProven, isRefuted, keyOf, unprovenIn } from './attack.ts'
import type { Demand } from './demands.ts'
import type { Ledger } from './ledger.ts'
import type { AttackNetwork } from './network.ts'
import { farReach, type Hiding, nearReach, reaches, waysToHide } from './ways-to-hide.ts'
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
  mendByBounds(ledger, network, group)
  return mendByWorlds(ledger, network, worlds, group)
}

/** One hiding at a time: where only several together would do, worlds decide. */
function mendByBounds(ledger: Ledger, network: AttackNetwork, group: number) {
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

/**
 * Hides more where no world is found; whatever was proven before stays so, since hiding takes nothing away from it.
 * Answers what no hiding mends.
 */
function mendByWorlds(ledger: Ledger, network: AttackNetwork, worlds: Worlds, group: number): Disclosure[] {
  const givenUp = new Map<string, Disclosure>()
  const isGivenUp = (demand: Demand) => givenUp.has(keyOf(demand))
  for (;;) {
    const unproven = unprovenIn(network, worlds, group, isGivenUp)
    if (unproven.length === 0) return [...givenUp.values()]
    for (const one of unproven)
      if (!isProven(one, network, worlds) && !hideUntilProven(ledger, network, worlds, group, one))
        givenUp.set(keyOf(one), one)
  }
}

function hideUntilProven(
  ledger: Ledger,
  network: AttackNetwork,
  worlds: Worlds,
  group: number,
  disclosure: Disclosure,
): boolean {
  return hideUntil(ledger, network, group, disclosure, () =>
    worlds.onTrial(() => isProven(disclosure, network, worlds)),
  )
}

/**
 * Where no search finds another world, nobody may be certain at least: hides until bounds do not refute that there is one.
 */
export function hideWhatIsCertain(
  ledger: Ledger,
  network: AttackNetwork,
  worlds: Worlds,
  disclosure: Disclosure,
) {
  const group = network.groupOf(disclosure.unknown)
  const isOpen = () => !isRefuted(disclosure, network, worlds)
  network.narrowGroup(group)
  if (!isOpen()) hideUntil(ledger, network, group, disclosure, isOpen)
}

/** Hides what is least missed within reach; nothing where all of that would not mend it. */
function hideUntil(
  ledger: Ledger,
  network: AttackNetwork,
  group: number,
  disclosure: Disclosure,
  isEnough: () => boolean,
): boolean {
  const isEnoughNow = () => {
    network.narrowGroup(group)
    return isEnough()
  }
  const isMended = [nearReach, farReach].some((reach) =>
    hideEnough(waysToHide(ledger, network, group, disclosure, reach), isEnoughNow),
  )
  network.narrowGroup(group)
  return isMended
}

/** Hides one alone where that will do, else as few as will; nothing where all of them together would not do. */
function hideEnough(ways: readonly Hiding[], isEnough: () => boolean): boolean {
  for (const { hide } of ways) hide()
  const isMendable = ways.length > 0 && isEnough()
  if (isMendable && ways.length === 1) return true
  for (const { show } of ways) show()
  if (!isMendable) return false
  if (halvesOf(ways).some((half) => hideOneAlone(half, isEnough))) return true
  for (const { hide } of ways) hide()
  for (const half of halvesOf(ways.toReversed())) showWhatIsNotNeeded(half, isEnough)
  return true
}

/** Hides the first that is enough alone. Where several are not enough together, none of them is: tried by halves. */
function hideOneAlone(ways: readonly Hiding[], isEnough: () => boolean): boolean {
  for (const { hide } of ways) hide()
  const isWorthwhile = isEnough()
  if (isWorthwhile && ways.length === 1) return true
  for (const { show } of ways) show()
  return isWorthwhile && halvesOf(ways).some((half) => hideOneAlone(half, isEnough))
}

/** Shows again, first come first, whatever may be shown while it is still enough: many at once where that will do. */
function showWhatIsNotNeeded(hidden: readonly Hiding[], isEnough: () => boolean) {
  for (const { show } of hidden) show()
  if (isEnough()) return
  for (const { hide } of hidden) hide()
  if (hidden.length > 1) for (const half of halvesOf(hidden)) showWhatIsNotNeeded(half, isEnough)
}

function halvesOf(ways: readonly Hiding[]): [Hiding[], Hiding[]] {
  const middle = Math.ceil(ways.length / 2)
  return [ways.slice(0, middle), ways.slice(middle)]
}
