import { rateBaseOf } from '../measures/measure.ts'
import { disclosuresIn, isProven, keyOf } from './attack.ts'
import { type DisclosureCell, isDivided } from './cells.ts'
import type { Ledger } from './ledger.ts'
import { buildNetwork } from './network.ts'
import { type DisclosurePolicy, proposedPolicy } from './policy.ts'
import type { Constraint } from './unknowns.ts'
import { openWorlds } from './worlds.ts'

/**
 * What a verdict says of a true figure: that it reaches a bound or not (a target, the plan, an end of the usual range),
 * or lies above or below that of another period.
 */
export interface Statement {
  kpi: string
  dimension: string
  member: string
  period: string
  says:
    | { kind: 'at-least' | 'above' | 'at-most' | 'below'; bound: number }
    | { kind: 'higher-than' | 'lower-than'; period: string }
}

export interface TellableStatements {
  told: Statement[]
  /** true, and would narrow what is protected: rounding hides them */
  hidden: Statement[]
}

/**
 * Which verdicts may be told: none of a figure that is withheld, and none by which, with all that is public and with
 * those told before it, something could be worked out. Those that are told stay in the ledger.
 *
 * @example a count shown as 10 (8 to 12), and a target of 12 that is met → 12 for certain: not told
 */
export function keepTellable(
  ledger: Ledger,
  statements: readonly Statement[],
  policy: DisclosurePolicy = proposedPolicy,
): TellableStatements {
  const kept: TellableStatements = { told: [], hidden: [] }
  for (const statement of statements)
    (isTellable(ledger, statement, policy) ? kept.told : kept.hidden).push(statement)
  return kept
}

function isTellable(ledger: Ledger, statement: Statement, policy: DisclosurePolicy): boolean {
  const { kpi, dimension, member, period } = statement
  const cell = ledger.standing.at(kpi, period, dimension, member)
  if (!cell || cell.shown.value === null) return false
  const constraints = constraintsOf(ledger, cell, statement)
  if (constraints === null) return false
  const before = new Set(fallsNear(ledger, cell, policy))
  ledger.constraints.push(...constraints)
  const isSafe = fallsNear(ledger, cell, policy).every((fall) => before.has(fall))
  if (!isSafe) ledger.constraints.length -= constraints.length
  return isSafe
}

/** What falls among the numbers that hang together with those of a cell. */
function fallsNear(ledger: Ledger, cell: DisclosureCell, policy: DisclosurePolicy): string[] {
  const network = buildNetwork(ledger, 'reason', policy, [cell])
  const worlds = openWorlds(network, ledger.unknowns)
  return [...network.groups.keys()].flatMap((group) => {
    network.narrowGroup(group)
    const byBounds = disclosuresIn(network, group)
    const own = new Set(Object.values(cell.unknowns).map(ledger.unknowns.find))
    const near = network.demandsIn(group).filter(({ unknown }) => own.has(unknown))
    return [...byBounds, ...near.filter((demand) => !isProven(demand, network, worlds))].map(keyOf)
  })
}

/**
 * A statement as bounds on whole numbers; none where what is shown says it already, null where no bound could say it
 * and what is shown does not: two shares that round alike, of which one is higher.
 */
export function constraintsOf(
  ledger: Ledger,
  cell: DisclosureCell,
  { says, ...of }: Statement,
): Constraint[] | null {
  const why = `what is said of ${of.kpi} ${of.dimension} ${of.member} ${of.period}`
  const bind = (terms: readonly (readonly [number | undefined, number])[], lower: number, upper: number) => {
    const unknowns = terms.map(([unknown]) => unknown ?? -1)
    const coefficients = terms.map(([, coefficient]) => coefficient)
    return [{ unknowns, coefficients, lower, upper, why, cell: null }]
  }
  const { value, numerator, denominator } = cell.unknowns
  const anyMore = Number.POSITIVE_INFINITY
  if ('period' in says) {
    const other = ledger.standing.at(of.kpi, says.period, of.dimension, of.member)
    const sign = says.kind === 'higher-than' ? 1 : -1
    if (!other || other.shown.value === null) return null
    if (value !== undefined && other.unknowns.value !== undefined)
      return bind(
        [
          [value, sign],
          [other.unknowns.value, -sign],
        ],
        leastStep(cell),
        anyMore,
      )
    // the published figures say it themselves, or nothing does
    return (cell.shown.value ?? 0) * sign > other.shown.value * sign ? [] : null
  }
  const isUpwards = says.kind === 'at-least' || says.kind === 'above'
  const isStrict = says.kind === 'above' || says.kind === 'below'
  if (value !== undefined) {
    if (isUpwards)
      return bind([[value, 1]], isStrict ? nextAbove(says.bound) : Math.ceil(says.bound), anyMore)
    return bind([[value, 1]], 0, isStrict ? -nextAbove(-says.bound) : Math.floor(says.bound))
  }
  // what is no count and no share is shown as it is
  if (!isDivided(cell.kpi) || numerator === undefined || denominator === undefined) return []
  const base = cell.kpi.unit === 'percent' ? 100 : cell.kpi.unit === 'rate' ? rateBaseOf(cell.kpi) : 1
  const sign = isUpwards ? 1 : -1
  return bind(
    [
      [numerator, sign * base],
      [denominator, -sign * says.bound],
    ],
    isStrict ? 1e-3 : 0,
    anyMore,
  )
}

/** The least by which two counts differ that are not the same. */
function leastStep({ exact }: DisclosureCell): number {
  return Number.isInteger(exact.value ?? 0) ? 1 : 1e-3
}

/** The least whole number above one. */
function nextAbove(bound: number): number {
  return Math.floor(bound) + 1
}
