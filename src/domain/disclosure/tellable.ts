import { fallenIn, isProven, keyOf } from './attack.ts'
import type { DisclosureCell } from './cells.ts'
import type { Demand } from './demands.ts'
import type { Ledger } from './ledger.ts'
import { tolerance } from './narrow.ts'
import { type AttackNetwork, buildNetwork } from './network.ts'
import { type DisclosurePolicy, proposedPolicy } from './policy.ts'
import { constraintsOf, isShownAlready, type Statement } from './statements.ts'
import type { Constraint } from './unknowns.ts'
import { nearby, nearReach } from './ways-to-hide.ts'
import { openWorlds } from './worlds.ts'

/** What is told of a measure in one, by one statement or several: all of it is told, or none. */
export interface Verdict {
  statements: readonly Statement[]
}

export interface TellableVerdicts<Told extends Verdict> {
  told: Told[]
  /** true, and would narrow what is protected: rounding hides them */
  hidden: Told[]
}

/**
 * Which verdicts may be told: none of a figure that is withheld, and none by which, with all that is public and with
 * those told before it, something could be worked out. Those that are told stay in the ledger.
 *
 * @example a count shown as 10 (8 to 12), and a target of 12 that is met → 12 for certain: not told
 */
export function keepTellable<Told extends Verdict>(
  ledger: Ledger,
  verdicts: readonly Told[],
  policy: DisclosurePolicy = proposedPolicy,
): TellableVerdicts<Told> {
  const trials = verdicts.map((verdict) => openTrial(ledger, verdict, policy))
  const pending = trials.filter(({ constraints }) => constraints !== null && constraints.length > 0)
  if (pending.length > 0) {
    const settled = ledger.constraints.length
    ledger.constraints.push(...pending.flatMap(({ constraints }) => constraints ?? []))
    const cells = pending.flatMap((trial) => trial.cells)
    const network = buildNetwork(ledger, 'reason', policy, cells)
    for (const trial of pending) trial.isTold = isSafe(ledger, network, trial)
    ledger.constraints.length = settled
    for (const { isTold, constraints } of pending)
      if (isTold)
        for (const { isTold: _, ...constraint } of constraints ?? []) ledger.constraints.push(constraint)
  }
  const kept: TellableVerdicts<Told> = { told: [], hidden: [] }
  for (const { isTold, verdict } of trials) (isTold ? kept.told : kept.hidden).push(verdict)
  return kept
}

/** A verdict with the bounds that it is; null where no bound could say what it does. */
interface Trial<Told extends Verdict> {
  verdict: Told
  cells: DisclosureCell[]
  constraints: Constraint[] | null
  isTold: boolean
}

function openTrial<Told extends Verdict>(
  ledger: Ledger,
  verdict: Told,
  policy: DisclosurePolicy,
): Trial<Told> {
  const trial: Trial<Told> = { verdict, cells: [], constraints: [], isTold: true }
  for (const statement of verdict.statements) {
    const { kpi, dimension, member, period } = statement
    const cell = ledger.standing.at(kpi, period, dimension, member)
    const said = cell && cell.shown.value !== null ? constraintsOf(ledger, cell, statement) : null
    if (!cell || said === null || !said.every((constraint) => isTrue(ledger, constraint)))
      return { verdict, cells: [], constraints: null, isTold: false }
    if (isShownAlready(cell, statement, policy)) continue
    trial.cells.push(cell)
    trial.constraints?.push(...said.map((constraint) => ({ ...constraint, isTold: () => trial.isTold })))
  }
  // one that waits for its turn binds nothing yet
  trial.isTold = trial.constraints?.length === 0
  return trial
}

/** Whether nothing more falls once a verdict is told. */
function isSafe(ledger: Ledger, network: AttackNetwork, trial: Trial<Verdict>): boolean {
  const numbers = new Set(
    (trial.constraints ?? []).flatMap(({ unknowns }) => unknowns.map(ledger.unknowns.find)),
  )
  return isSafeToTell(ledger, network, numbers, (isTold) => {
    trial.isTold = isTold
  })
}

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

/** A verdict that the true numbers do not bear out, as they were received, is bound to nothing. */
function isTrue({ unknowns: { truthOf } }: Ledger, { unknowns, coefficients, lower, upper }: Constraint) {
  const sum = unknowns.reduce(
    (total, unknown, place) => total + (coefficients[place] ?? 0) * truthOf(unknown),
    0,
  )
  return sum >= lower - tolerance && sum <= upper + tolerance
}
