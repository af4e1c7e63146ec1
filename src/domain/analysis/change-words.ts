import { roundsFigures } from '../disclosure/protect.ts'
import { type ChangeSubject, writeChange } from '../interventions/write-change.ts'
import { monthOf } from '../periods/calendar.ts'
import { periodContaining } from '../periods/period.ts'
import type { MeasureContext } from './chart-series.ts'
import type { ChangeAnalysis } from './edition-analysis.ts'

/** The words of a measure before and after one occurrence. */
export function writeChangeWords(
  { kpi, isRounded }: MeasureContext,
  { estimate, title, date }: Omit<ChangeAnalysis, 'sentence'>,
  pace: ChangeSubject['pace'],
): string {
  const event = { title, period: periodContaining(kpi.frequency, monthOf(date)) }
  const subject = { event, measure: kpi, isRounded: isRounded && roundsFigures(kpi), pace }
  return estimate.kind === 'not-suited'
    ? writeChange({ ...subject, notSuited: estimate.reason }, { kind: 'not-estimable' })
    : writeChange({ ...subject, notSuited: null }, estimate)
}
