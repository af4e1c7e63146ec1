import type { SeriesPoint } from '../figures/figure.ts'
import type { DescribedKpi } from './describe-kpi.ts'
import { isOverdue } from './holdings.ts'

export type UnknownReason = 'overdue' | 'missing' | 'suppressed'

export const unknownWords: Record<UnknownReason, string> = {
  overdue: 'overdue',
  missing: 'missing',
  suppressed: 'withheld',
}

/** Why nothing may be judged by the latest period, or null where it may. */
export function whyUnknown(
  kpi: Pick<DescribedKpi, 'due'>,
  last: Pick<SeriesPoint, 'value' | 'availability'> | undefined,
  asOf: string,
): UnknownReason | null {
  if (isOverdue(kpi, asOf)) return 'overdue'
  if (last?.availability === 'suppressed') return 'suppressed'
  return last?.value == null ? 'missing' : null
}
