import { formatDifference, formatValueInWords, type Measured } from '../measures/format.ts'
import { formatObservedAt } from '../periods/labels.ts'
import { yearBefore } from '../periods/period.ts'
import { isPresent, type Observation } from '../spc/observation.ts'
import type { ChangeState, FindingState } from './finding-state.ts'
import {
  assuranceWords,
  commonCauseWords,
  meaningWords,
  noLimitsWords,
  notJudgedWords,
  signWords,
} from './finding-words.ts'

export interface FindingSubject {
  /** what the sentence is about; a colon follows, so that singular and plural names both read well: 'Latest figure', 'People waiting' */
  name: string
  measure: Measured
  isSnapshot: boolean
  target: number | null
  isProvisional: boolean
  /** in order, with their values */
  periods: readonly string[]
  values: readonly Observation[]
}

/**
 * One sentence: measure, value, comparison with a year before, strength of the evidence, target.
 * Its claim of change is the state's and never stronger.
 *
 * @example 'People waiting: 309 in Sep 2025 (provisional), 96 lower than a year before; there is no
 * evidence of real change.'
 */
export function writeFinding(subject: FindingSubject, state: FindingState): string {
  const period = subject.periods.at(-1)
  const value = subject.values.at(-1)
  if (period === undefined) return `${subject.name}: there are no figures.`
  const when = formatObservedAt(period, subject.isSnapshot)
  if (!isPresent(value))
    return `${subject.name}: the figure for ${when} is missing, so recent change is not judged.`
  const at = subject.isSnapshot ? 'on' : 'in'
  const shown = formatValueInWords(subject.measure, value)
  const provisional = subject.isProvisional ? ' (provisional)' : ''
  const clauses = [
    `${subject.name}: ${shown} ${at} ${when}${provisional}${comparisonWords(subject, period, value)}`,
    changeWords(state.change),
    ...targetClause(subject, state),
  ].filter((clause) => clause !== '')
  return `${clauses.join('; ')}.`
}

function comparisonWords(
  { periods, values, measure }: FindingSubject,
  period: string,
  value: number,
): string {
  const before = values[periods.indexOf(yearBefore(period))]
  if (!isPresent(before)) return ''
  const difference = formatDifference(measure, value - before)
  if (!/[1-9]/.test(difference)) return ', the same as a year before'
  return `, ${difference} ${value > before ? 'higher' : 'lower'} than a year before`
}

function changeWords(change: ChangeState): string {
  switch (change.kind) {
    case 'latest-missing':
      return ''
    case 'not-judged':
      return notJudgedWords[change.because]
    case 'no-limits':
      return noLimitsWords
    case 'common-cause':
      return commonCauseWords
    case 'special-cause':
      return `${meaningWords[change.meaning]}: ${signWords[change.sign]}`
  }
}

function targetClause({ target, measure }: FindingSubject, { assurance }: FindingState): string[] {
  if (target === null || assurance === null) return []
  return [assuranceWords[assurance](formatValueInWords(measure, target))]
}
