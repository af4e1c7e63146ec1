import { borough } from '../measures/measure.ts'
import { type DisclosureCell, isDivided } from './cells.ts'
import type { Ledger } from './ledger.ts'
import { needsProtection } from './protect.ts'

/**
 * A share whose numerator is part of another count that is published, with its base, leaves few numbers that are no more
 * than the count. In parts its counts are left out from the first: the share is told, and the count beside it. Of what an
 * earlier edition has told nothing changes.
 */
export function leaveOutCountsOfParts({ links }: Pick<Ledger, 'links'>, entered: readonly DisclosureCell[]) {
  const shares = new Set(
    (links()?.neverMore ?? []).flatMap(({ part }) => (part.name === 'numerator' ? [part.kpi] : [])),
  )
  for (const cell of entered) {
    const { kpi, exact } = cell
    if (!shares.has(kpi.id) || !isDivided(kpi) || !needsProtection(kpi)) continue
    if (cell.isFrozen || exact.dimension === borough.dimension) continue
    cell.allowed = { ...cell.allowed, numerator: null, denominator: null }
    cell.shown = cell.allowed
  }
}
