import type { NumberRule } from './number-rule.ts'
import type { PeriodForm, PeriodRule } from './parse-period.ts'
import type { Place } from './problem.ts'

/** Ids and members are names; a longer text came into the wrong column. In characters. */
export const longestName = 200

export const observationParts = [
  'kpi_id',
  'period',
  'dimension',
  'member',
  'value',
  'numerator',
  'denominator',
  'n',
  'status',
  'as_at',
] as const
export type ObservationPart = (typeof observationParts)[number]

/** One observation as a file gives it: trimmed texts, nothing judged yet. Empty where the file has nothing. */
export interface Observed {
  texts: Readonly<Record<ObservationPart, string>>
  form: PeriodForm
  /** what the file says of its periods beside the text of each */
  periodRule: PeriodRule
  /** whether the period's text is a day among others of the same period */
  isDayOfMany: boolean
  /** how the file writes its numbers */
  numbers: NumberRule
  /** what the written value is multiplied by */
  scale: number
  /** whether somebody decided on the scale, be it 1 */
  isScaleSaid: boolean
  marks: Marks
  /** what the file calls the member, where a mapping says so */
  memberLabel: string | null
  memberLevel: string | null
  place: (part: ObservationPart) => Place
}

/** Texts that stand for a value that is withheld, or not there. */
export interface Marks {
  suppressed: ReadonlySet<string>
  missing: ReadonlySet<string>
}

export const usualMarks: Marks = { suppressed: new Set(['[c]']), missing: new Set(['', '[x]']) }

/** In place of a date of reading: the last day of the figure's period. */
export const periodEndMark = 'period-end'
