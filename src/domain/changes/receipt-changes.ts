import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { isOverdue } from '../editions/holdings.ts'
import type { FigureVersion } from '../figures/figure.ts'
import { addPeriods } from '../periods/period.ts'

export const receiptChangeKinds = ['overdue', 'received'] as const

export interface ReceiptChange {
  kpi: string
  change: (typeof receiptChangeKinds)[number]
  /** the period that is, or was, awaited */
  period: string
  due: string
  received: string | null
}

interface MeasuresOfEdition {
  number: number
  kpis: readonly DescribedKpi[]
  dataAsAt: string
}

/**
 * Measures whose next figure has become overdue, and overdue ones that have come. A measure of which one
 * overdue figure came and the next is overdue stands in both.
 *
 * @example September due 3 October, data as at 6 October, not held → overdue, 2025-09
 */
export function compareReceipts(
  from: MeasuresOfEdition,
  to: MeasuresOfEdition,
  versions: readonly FigureVersion[],
): ReceiptChange[] {
  const earlier = new Map(from.kpis.map((kpi) => [kpi.id, kpi]))
  return to.kpis.flatMap((kpi) => {
    const before = earlier.get(kpi.id)
    const was = before ? awaitedFigure(before, from.dataAsAt) : null
    const is = awaitedFigure(kpi, to.dataAsAt)
    if (was?.period === is?.period) return []
    const changes: ReceiptChange[] = []
    // figures that were taken out, or another day for the next, end an overdue one without its coming
    if (was && kpi.latestPeriod !== null && kpi.latestPeriod >= was.period) {
      const came = versions
        .filter(
          ({ kpi: id, period, firstEdition }) =>
            id === kpi.id && period === was.period && firstEdition > from.number,
        )
        .map(({ asAt }) => asAt)
        .sort()
      changes.push({ kpi: kpi.id, change: 'received', ...was, received: came[0] ?? kpi.received })
    }
    if (is) changes.push({ kpi: kpi.id, change: 'overdue', ...is, received: null })
    return changes
  })
}

function awaitedFigure(kpi: DescribedKpi, asOf: string): { period: string; due: string } | null {
  if (kpi.latestPeriod === null || kpi.due === null || !isOverdue(kpi, asOf)) return null
  return { period: addPeriods(kpi.latestPeriod, 1), due: kpi.due }
}
