import {
  anything,
  type DisclosureCell,
  isDivided,
  type QuantityName,
  type ReadingOfWithheld,
} from './cells.ts'
import { truthOf } from './partitions.ts'
import { type DisclosurePolicy, type Interval, roundingInterval } from './policy.ts'
import { leastCases, needsProtection } from './protect.ts'

/** What the public can tell of one number behind a figure from that figure alone. */
export function publicInterval(
  cell: DisclosureCell,
  name: QuantityName,
  reading: ReadingOfWithheld,
  policy: DisclosurePolicy,
): Interval {
  const { lower, upper } = toldInterval(cell, name, reading, policy)
  return { lower: Math.max(lower, floorOfShown(cell, name, policy)), upper }
}

/** What is told of the number itself. */
function toldInterval(
  { kpi, shown, allowed, exact, isPartOfSmall }: DisclosureCell,
  name: QuantityName,
  reading: ReadingOfWithheld,
  policy: DisclosurePolicy,
): Interval {
  if (name === 'remainder') return anything
  const told = shown[name]
  const isWhole = Number.isInteger(exact[name] ?? 0)
  if (told !== null) {
    return needsProtection(kpi) ? roundingInterval(told, isWhole, policy) : { lower: told, upper: told }
  }
  if (shown.availability !== 'suppressed') return anything
  if (name === 'n') return casesOfWithheld({ kpi, allowed, exact }, reading, policy)
  if (name !== 'value') return anything
  const isTakenForSmall =
    reading === 'small' || (reading === 'reason' && allowed.availability === 'suppressed')
  if (!isTakenForSmall) return anything
  return { lower: isPartOfSmall && reading === 'reason' ? 0 : 1, upper: policy.smallCount }
}

/** [c] of a median says that it rests on few cases, to who guesses that this is why it stands there. */
function casesOfWithheld(
  { kpi, allowed, exact }: Pick<DisclosureCell, 'kpi' | 'allowed' | 'exact'>,
  reading: ReadingOfWithheld,
  policy: DisclosurePolicy,
): Interval {
  const least = leastCases(kpi, policy)
  const isForFew = least !== null && allowed.availability === 'suppressed' && (exact.n ?? least) < least
  return isForFew && reading !== 'any' ? { lower: 0, upper: least - 1 } : anything
}

/**
 * The least that a number behind a share or a median can be, since it is shown: the rules that would have withheld it
 * are printed. 0 where they say nothing, or where the true number does not bear them out: told under other thresholds.
 *
 * @example 32%: a base of 20 at least, a numerator and a remainder of 5 at least; 0%: the numerator may be none; a median
 * of 31 days: 8 cases at least
 */
function floorOfShown(cell: DisclosureCell, name: QuantityName, policy: DisclosurePolicy): number {
  const { kpi, shown } = cell
  if (!needsProtection(kpi) || shown.value === null) return 0
  const floor = isDivided(kpi)
    ? floorByRule(cell, name, shown.value, policy)
    : name === 'n'
      ? (leastCases(kpi, policy) ?? 0)
      : 0
  return truthOf(cell, name) >= floor ? floor : 0
}

function floorByRule(
  cell: DisclosureCell,
  name: QuantityName,
  share: number,
  policy: DisclosurePolicy,
): number {
  // a fraction above the greatest small count is not small
  const leastNotSmall = policy.smallCount + (Number.isInteger(truthOf(cell, name)) ? 1 : 0)
  switch (name) {
    case 'denominator':
      return policy.leastDenominator
    case 'numerator':
      return share > 0 ? leastNotSmall : 0
    case 'remainder':
      return cell.kpi.unit === 'percent' && share < 100 ? leastNotSmall : 0
    case 'value':
    case 'n':
      return 0
  }
}
