import type { DisclosureCell } from '../../src/domain/disclosure/cells.ts'
import type { Ledger } from '../../src/domain/disclosure/ledger.ts'
import { figureKey } from '../../src/domain/figures/figure.ts'

export interface Cost {
  cells: number
  /** withheld by the rules for single figures */
  alone: number
  /** withheld once figures are judged together */
  together: number
  /** shown, with a count behind them left out */
  withoutCounts: number
}

/** How much of each measure is withheld in the newest edition, and how much of that for the sake of others. */
export function costByMeasure({ cells }: Ledger): Map<string, Cost> {
  const standing = new Map(cells.map((cell) => [figureKey(cell.exact), cell]))
  const costs = new Map<string, Cost>()
  for (const cell of standing.values()) {
    // quarters are told besides: what of them is withheld costs nobody anything
    if (cell.kpi.adds) continue
    const cost = costs.get(cell.kpi.id) ?? { cells: 0, alone: 0, together: 0, withoutCounts: 0 }
    costs.set(cell.kpi.id, cost)
    cost.cells += 1
    if (cell.allowed.availability === 'suppressed') cost.alone += 1
    if (cell.shown.availability === 'suppressed') cost.together += 1
    else if (lacksCount(cell)) cost.withoutCounts += 1
  }
  return costs
}

function lacksCount({ allowed, shown }: DisclosureCell): boolean {
  return (['numerator', 'denominator', 'n'] as const).some(
    (name) => allowed[name] !== null && shown[name] === null,
  )
}
