import { type DisclosureCell, isDivided, type QuantityName } from './cells.ts'
import { truthOf } from './partitions.ts'
import { type DisclosurePolicy, type Interval, roundingInterval } from './policy.ts'
import { needsProtection } from './protect.ts'

/** What must stay possible of one number, for all that the public knows. */
export interface Demand {
  kind: 'withheld-count' | 'rounded-count' | 'withheld-share'
  cell: DisclosureCell
  name: QuantityName
  /** among the numbers that stand for those that are one */
  unknown: number
  /** each of these values, where `outside` is null */
  each: Interval
  /** else some value that is not one of these */
  outside: Interval | null
}

/**
 * A count that is withheld for being small must be able to be any of 1 to 4; a rounded count under 10 anything
 * that rounds to it; any other number that is protected, two numbers at least. A share that is withheld must
 * not show that its numerator or its remainder is small, which is one of the reasons for withholding it.
 */
export function demandOn(
  cell: DisclosureCell,
  name: QuantityName,
  policy: DisclosurePolicy,
): Omit<Demand, 'unknown'> | null {
  if (!needsProtection(cell.kpi)) return null
  const { shown, allowed, exact, kpi } = cell
  const truth = truthOf(cell, name)
  const certain: Interval = { lower: truth, upper: truth }
  const small: Interval = { lower: 1, upper: policy.smallCount }
  const never = (kind: Demand['kind'], outside: Interval) => ({ kind, cell, name, each: outside, outside })

  if (shown.availability === 'suppressed') {
    if (name === 'value') {
      // none is withheld so as not to tell of others, and may be known itself
      if (truth === 0) return null
      // one that is withheld for the sake of others need not look small: it must not be known
      const isForOthers = allowed.availability === 'present'
      if (isForOthers) return never('withheld-count', certain)
      return { kind: 'withheld-count', cell, name, each: small, outside: null }
    }
    return isDivided(kpi) && (name === 'numerator' || name === 'remainder')
      ? never('withheld-share', small)
      : null
  }
  // what is left over of a share that is shown is told by nobody, and is none of 1 to 4
  if (name === 'remainder') return null
  const told = shown[name]
  // a zero that is shown is meant to be known
  if (told === 0 || (isDivided(kpi) && exact.value === 0)) return null
  // of a share that is shown, its numerator is protected whether it is told or not
  if (told === null) return name === 'numerator' ? never('rounded-count', certain) : null
  if (told >= policy.wholeIntervalBelow) return never('rounded-count', certain)
  return {
    kind: 'rounded-count',
    cell,
    name,
    each: roundingInterval(told, Number.isInteger(truth), policy),
    outside: null,
  }
}
