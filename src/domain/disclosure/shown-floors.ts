import { type DisclosureCell, isDivided, type QuantityName } from './cells.ts'
import { truthOf } from './partitions.ts'
import type { DisclosurePolicy } from './policy.ts'
import { needsProtection } from './protect.ts'

/**
 * The least that a number behind a share can be, since the share is shown: the rules that would have withheld it
 * are printed. 0 where they say nothing, or where the true number does not bear them out, as of a figure that was
 * told under other thresholds.
 *
 * @example 32%: a base of 20 at least, a numerator and a remainder of 5 at least; 0%: the numerator may be none
 */
export function shownFloor(cell: DisclosureCell, name: QuantityName, policy: DisclosurePolicy): number {
  const { kpi, shown } = cell
  if (!isDivided(kpi) || !needsProtection(kpi) || shown.value === null) return 0
  const floor = floorOf(cell, name, policy)
  return cell.unknowns[name] !== undefined && truthOf(cell, name) >= floor ? floor : 0
}

function floorOf(cell: DisclosureCell, name: QuantityName, policy: DisclosurePolicy): number {
  const { kpi, shown } = cell
  const value = shown.value ?? 0
  // a fraction above the greatest small count is not small
  const leastNotSmall = Number.isInteger(truthOf(cell, name)) ? policy.smallCount + 1 : policy.smallCount
  switch (name) {
    case 'denominator':
      return policy.leastDenominator
    case 'numerator':
      return value > 0 ? leastNotSmall : 0
    case 'remainder':
      return kpi.unit === 'percent' && value < 100 ? leastNotSmall : 0
    default:
      return 0
  }
}
