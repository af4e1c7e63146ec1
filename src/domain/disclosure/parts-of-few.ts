import { borough } from '../measures/measure.ts'
import type { DisclosureCell } from './cells.ts'
import type { Ledger } from './ledger.ts'
import { truthOf } from './partitions.ts'
import type { DisclosurePolicy } from './policy.ts'
import { leastCases, needsProtection, withhold } from './protect.ts'

/**
 * [c] of a median says that its cases are few, and where they are the whole of a count, its parts would say the rest: six
 * parts marked [c] in a whole of 7 at most would be 1 or 2 each. So all parts up to the greatest small count are withheld
 * in such a whole, none included, as in one that is itself withheld for being small. Of what an earlier edition has told
 * nothing changes.
 */
export function withholdPartsOfFew(
  { links, standing }: Pick<Ledger, 'links' | 'standing'>,
  entered: readonly DisclosureCell[],
  policy: DisclosurePolicy,
) {
  const leastOf = new Map<string, number>()
  for (const pair of links()?.same ?? [])
    for (const [median, count] of [pair, pair.toReversed()]) {
      const kpi = standing.kpis.get(median?.kpi ?? '')
      const least = kpi && needsProtection(kpi) ? leastCases(kpi, policy) : null
      if (median?.name === 'n' && count?.name === 'value' && least !== null)
        leastOf.set(count.kpi, Math.max(least, leastOf.get(count.kpi) ?? 0))
    }
  for (const cell of entered) {
    const { kpi, exact } = cell
    const least = leastOf.get(kpi.id)
    if (least === undefined || exact.dimension === borough.dimension || !needsProtection(kpi)) continue
    if (exact.value === null || exact.value > policy.smallCount || cell.isPartOfSmall) continue
    const whole = standing.wholeAt(kpi.id, exact.period, 'value')
    if (whole?.unknowns.value === undefined || truthOf(whole, 'value') >= least) continue
    if (cell.isFrozen && cell.shown.value !== null) continue
    cell.isPartOfSmall = true
    cell.allowed = withhold(cell.allowed)
    if (!cell.isFrozen) cell.shown = cell.allowed
  }
}
