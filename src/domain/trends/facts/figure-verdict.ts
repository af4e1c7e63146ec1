import type { DescribedKpi } from '../../editions/describe-kpi.ts'
import { isOverdue } from '../../editions/holdings.ts'
import { formatDate, formatPeriod } from '../../periods/labels.ts'
import { addPeriods } from '../../periods/period.ts'
import type { TrendPoint } from '../points.ts'
import type { Verdict } from './fact.ts'

export function judgeFigure(kpi: DescribedKpi, last: TrendPoint | undefined, asOf: string): Verdict {
  const verdict = { id: 'figure', tone: 'data' } as const
  if (isOverdue(kpi, asOf) && kpi.due) {
    const next = kpi.latestPeriod
      ? `The figure for ${formatPeriod(addPeriods(kpi.latestPeriod, 1))}`
      : 'A figure'
    return {
      ...verdict,
      tone: 'late',
      icon: 'overdue',
      words: 'Figure overdue',
      rule: `${next} was due on ${formatDate(kpi.due)} and had not been received when this edition was made.`,
    }
  }
  if (!last || last.availability === 'missing') {
    return {
      ...verdict,
      icon: 'missing',
      words: 'Latest figure missing [x]',
      rule: 'No figure was received for the latest period. Nothing is carried forward.',
    }
  }
  if (last.availability === 'suppressed') {
    return {
      ...verdict,
      icon: 'suppressed',
      words: 'Latest figure withheld [c]',
      rule: 'Small numbers are withheld, because they could identify someone.',
    }
  }
  if (last.provisional) {
    return {
      ...verdict,
      icon: 'provisional',
      words: 'Provisional figure [p]',
      rule: `The figure for ${last.label} may change as late records arrive.`,
    }
  }
  return {
    ...verdict,
    icon: 'complete',
    words: 'Final figure',
    rule: `The figure for ${last.label} is final.`,
  }
}
