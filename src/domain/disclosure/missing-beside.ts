import type { Figure } from '../figures/figure.ts'
import { borough } from '../measures/measure.ts'
import { type DisclosureCell, isOfCases, type Named } from './cells.ts'
import type { Ledger } from './ledger.ts'
import { needsProtection, withhold } from './protect.ts'

/**
 * A median or share of nobody is missing; of somebody it is shown or marked [c]. Beside a count that is marked [c] this
 * would say whether the count is none, and in a small whole so much of its parts that the others are known. So what is
 * missing beside such a count is marked [c] as well: one mark, whatever it is. What an earlier edition has told to be
 * missing stays so, and so does a measure that has no value at all in a period, which is late.
 */
export function withholdBeside(
  ledger: Pick<Ledger, 'links' | 'standing'>,
  entered: readonly DisclosureCell[],
) {
  const missing = entered.filter(
    ({ kpi, exact, isFrozen }) =>
      exact.availability === 'missing' && !isFrozen && isOfCases(kpi) && needsProtection(kpi),
  )
  if (missing.length === 0) return
  const counts = countsOfNobody(ledger)
  for (const cell of missing) {
    const { kpi, period, dimension, member } = cell.exact
    if (!standingOfPeriod(ledger, cell.exact)) continue
    const isMarked = [...(counts.get(kpi) ?? [])].some((count) => {
      const beside =
        ledger.standing.at(count, period, dimension, member) ??
        ledger.standing.wholeAt(count, period, 'value')
      return beside?.shown.availability === 'suppressed'
    })
    if (isMarked) cell.shown = withhold(cell.exact)
  }
}

/** Of each measure, the counts that are none where nobody is behind its figure: of its cases, or of some of them. */
function countsOfNobody({ links, standing }: Pick<Ledger, 'links' | 'standing'>): Map<string, Set<string>> {
  const { same = [], neverMore = [] } = links() ?? {}
  const found = new Map<string, Set<string>>()
  const add = (count: Named | undefined, cases: Named | undefined) => {
    const kpi = standing.kpis.get(count?.kpi ?? '')
    if (!cases || cases.name === 'value' || count?.name !== 'value' || !kpi || !needsProtection(kpi)) return
    found.set(cases.kpi, (found.get(cases.kpi) ?? new Set()).add(count.kpi))
  }
  for (const [one, other] of same) {
    add(one, other)
    add(other, one)
  }
  for (const { part, whole } of neverMore) add(part, whole)
  return found
}

/**
 * Whether the figures that are there of a measure and period are provisional, and when they were read, the whole first: what
 * is marked [c] for standing beside a count must not be known by that. Undefined where none is there.
 */
export function standingOfPeriod(
  { standing }: Pick<Ledger, 'standing'>,
  { kpi, period }: Figure,
): Pick<Figure, 'provisional' | 'asAt'> | undefined {
  const there = [...standing.dimensionsAt(kpi, period)].flatMap(([dimension, members]) =>
    [...members.values()].flatMap(({ exact }) =>
      exact.availability === 'present' ? [{ exact, isWhole: dimension === borough.dimension }] : [],
    ),
  )
  return (there.find(({ isWhole }) => isWhole) ?? there[0])?.exact
}
