import { roundsFigures } from '../disclosure/protect.ts'
import { type ChangeSubject, writeChange } from '../interventions/write-change.ts'
import type { MeasureContext } from './chart-series.ts'
import type { ChangeAnalysis } from './edition-analysis.ts'

/** The words of a measure before and after one occurrence. */
export function writeChangeWords(
  { kpi, isRounded }: MeasureContext,
  { estimate, title, period }: Omit<ChangeAnalysis, 'sentence'>,
  pace: ChangeSubject['pace'],
): string {
  const subject = { event: { title, period }, measure: kpi, isRounded: isRounded && roundsFigures(kpi), pace }
  return estimate.kind === 'not-suited'
    ? writeChange({ ...subject, notSuited: estimate.reason }, { kind: 'not-estimable' })
    : writeChange({ ...subject, notSuited: null }, estimate)
}
