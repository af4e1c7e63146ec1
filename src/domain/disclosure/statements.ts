import { rateBaseOf } from '../measures/measure.ts'
import { type DisclosureCell, isDivided } from './cells.ts'
import type { Ledger } from './ledger.ts'
import type { DisclosurePolicy, Interval } from './policy.ts'
import { shareDecimals } from './protect.ts'
import { publicInterval } from './public-interval.ts'
import type { Constraint } from './unknowns.ts'

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

/** Whether every number that is shown alike lies on the side that is told. */
export function isShownAlready(cell: DisclosureCell, { says }: Statement, policy: DisclosurePolicy): boolean {
  if ('period' in says) return false
  const { lower, upper } = shownInterval(cell, policy)
  switch (says.kind) {
    case 'at-least':
      return lower >= says.bound
    case 'above':
      return lower > says.bound
    case 'at-most':
      return upper <= says.bound
    case 'below':
      return upper < says.bound
  }
}

function shownInterval(cell: DisclosureCell, policy: DisclosurePolicy): Interval {
  if (!isDivided(cell.kpi)) return publicInterval(cell, 'value', 'reason', policy)
  const half = 0.5 * 10 ** -shareDecimals(cell.kpi)
  const value = cell.shown.value ?? 0
  return { lower: value - half, upper: value + half }
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
