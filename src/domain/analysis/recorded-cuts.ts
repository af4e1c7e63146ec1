import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { monthOf } from '../periods/calendar.ts'
import { periodContaining } from '../periods/period.ts'

export interface RecordedCut {
  /** position of the first row that belongs to what came after */
  at: number
  reason: string
}

/**
 * Where a series starts anew: at a recorded re-baselining, and where its definition changed, because figures
 * before and after are not comparable. Nowhere else.
 */
export function recordedCuts(
  { baselines, breaks, frequency }: Pick<DescribedKpi, 'baselines' | 'breaks' | 'frequency'>,
  periods: readonly string[],
): RecordedCut[] {
  const recorded = [
    ...baselines,
    ...breaks.map(({ date, title }) => ({
      period: periodContaining(frequency, monthOf(date)),
      reason: title,
    })),
  ]
  const cuts = recorded.map(({ period, reason }) => ({
    at: periods.findIndex((held) => held >= period),
    reason,
  }))
  return cuts.filter(({ at }) => at > 0).sort((a, b) => a.at - b.at)
}
