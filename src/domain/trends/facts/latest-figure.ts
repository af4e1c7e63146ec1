import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import { isOverdue } from '../../editions/holdings.ts'
import type { TrendPoint } from '../points.ts'

export type UnknownReason = 'overdue' | 'missing' | 'suppressed'

export const unknownWords: Record<UnknownReason, string> = {
  overdue: 'overdue',
  missing: 'missing',
  suppressed: 'withheld',
}

/** Why nothing may be judged by the latest period, or null where it may. */
export function whyUnknown(
  kpi: DescribedKpi,
  last: TrendPoint | undefined,
  asOf: string,
): UnknownReason | null {
  if (isOverdue(kpi, asOf)) return 'overdue'
  if (!last || last.availability === 'missing') return 'missing'
  return last.value === null ? 'suppressed' : null
}
