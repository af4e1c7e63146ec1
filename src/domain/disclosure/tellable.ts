import { fallenIn, isProven, keyOf } from './attack.ts'
import type { Demand } from './demands.ts'
import type { Ledger } from './ledger.ts'
import type { AttackNetwork } from './network.ts'
import { nearby, nearReach } from './ways-to-hide.ts'
import { openWorlds } from './worlds.ts'

/**
 * Whether nothing more falls once something is told of some numbers: by bounds, wherever they reach, and by worlds of
 * the numbers next to those. `put` tells it, and takes it back; it is left untold. `unprovable` remembers what was not
 * shown to be possible: the more is told of one network, the less is, so it need not be looked for again.
 */
export function isSafeToTell(
  ledger: Ledger,
  network: AttackNetwork,
  numbers: ReadonlySet<number>,
  put: (isTold: boolean) => void,
  unprovable: Set<string> = new Set(),
): boolean {
  const groups = [...new Set([...numbers].map(network.groupOf))]
  const fallen = () =>
    groups.flatMap((group) => {
      network.narrowGroup(group)
      return fallenIn(network, group).map(keyOf)
    })
  const before = new Set(fallen())
  const untold = openWorlds(network, ledger.unknowns)
  const lets = (isTold: boolean) => {
    put(isTold)
    return fallen()
  }
  const isSafeByBounds = lets(true).every((fall) => before.has(fall))
  const told = openWorlds(network, ledger.unknowns)
  const isSafe =
    isSafeByBounds &&
    demandsNear(network, groups, numbers).every((demand) => {
      const key = keyOf(demand)
      if (before.has(key) || unprovable.has(key) || isProven(demand, network, told)) return true
      // what was not shown to be possible before it is no reason to hide it; one that was is enough
      lets(false)
      if (isProven(demand, network, untold)) return false
      unprovable.add(key)
      lets(true)
      return true
    })
  lets(false)
  return isSafe
}

/** What is demanded of the numbers next to those of which something is told. */
function demandsNear(
  network: AttackNetwork,
  groups: readonly number[],
  numbers: ReadonlySet<number>,
): Demand[] {
  const near = new Set([...numbers].flatMap((number) => [...nearby(network, number, nearReach)]))
  return groups.flatMap((group) => network.demandsIn(group)).filter(({ unknown }) => near.has(unknown))
}
