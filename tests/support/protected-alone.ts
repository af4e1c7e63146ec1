import type { DisclosureKpi } from '../../src/domain/disclosure/cells.ts'
import { protectFigure } from '../../src/domain/disclosure/protect.ts'
import { openProtectedEditions } from '../../src/domain/disclosure/protect-edition.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'

/**
 * The ledger of what would be told if each figure were protected by itself alone, as an attacker would meet it.
 *
 * @param tell changes what is told of a figure once it is protected
 */
export function protectedAlone(
  kpis: ReadonlyMap<string, DisclosureKpi>,
  figures: readonly Figure[],
  tell: (shown: Figure, exact: Figure) => Figure = (shown) => shown,
) {
  const editions = openProtectedEditions()
  editions.recall(
    kpis,
    figures.flatMap((exact) => {
      const kpi = kpis.get(exact.kpi)
      const shown = kpi && protectFigure(kpi, exact)
      return shown ? [{ exact, shown: tell(shown, exact) }] : []
    }),
  )
  return editions.ledger
}
