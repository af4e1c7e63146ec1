import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import { formatDate, formatPeriod } from '../../domain/periods/labels.ts'
import type { MeasureBook } from './figure-rows.ts'

export interface ReceiptRow {
  key: string
  kpi: string
  name: string
  isOverdue: boolean
  what: string
  period: string
  due: string
  received: string
}

export function receiptRows(receipts: EditionChanges['receipts'], measures: MeasureBook): ReceiptRow[] {
  return receipts.map(({ kpi, change, period, due, received }) => ({
    key: `${kpi} ${change} ${period}`,
    kpi,
    name: measures.get(kpi)?.name ?? kpi,
    isOverdue: change === 'overdue',
    what:
      change === 'overdue'
        ? 'Became overdue: it counts as unknown on the overview'
        : 'Came after it was overdue',
    period: formatPeriod(period),
    due: formatDate(due),
    received: received === null ? 'Not received' : formatDate(received),
  }))
}
