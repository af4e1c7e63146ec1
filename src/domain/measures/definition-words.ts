import { formatDate } from '../periods/labels.ts'
import type { Frequency } from '../periods/period.ts'
import { type Aggregation, type Direction, type DisclosureClass, themeNames } from './measure.ts'

export const combinedInWords: Record<Aggregation, string> = {
  S: 'Added up, over groups and over months.',
  P: 'A count on one day: added up over groups, never over months.',
  W: 'Worked out again from its counts; percentages are never averaged.',
  M: 'Never combined: a median or percentile is worked out for each level by itself.',
  D: 'Never combined: a person is counted once in each group and month.',
  X: 'Never totalled: one case may fall into several categories.',
}

export const betterInWords: Record<Direction, string> = {
  up: 'Higher is better.',
  down: 'Lower is better.',
  neutral: 'Neither higher nor lower is better by itself.',
}

export const oftenInWords: Record<Frequency, string> = {
  month: 'Monthly',
  quarter: 'Quarterly',
  year: 'Yearly',
}

export const protectionInWords: Record<DisclosureClass, string> = {
  people:
    'Counts of 1 to 4 are withheld, and larger ones that would give one away; others are rounded to the nearest 5.',
  staff: 'About staff: counts of 1 to 4 are withheld, others rounded to the nearest 5.',
  high: 'Rare and sensitive: counts of 1 to 4 are withheld, others rounded to the nearest 5.',
  none: 'Shown as it is.',
  'already-published': 'Shown as it is: the source has published it.',
}

/** The fields of a definition that are kept as a sign, each with what its signs mean. */
const meanings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  theme: themeNames,
  aggregation: combinedInWords,
  direction: betterInWords,
  frequency: oftenInWords,
  sdc: protectionInWords,
}

/**
 * A field of a definition as a reader is told it: the rules are kept as signs that mean nothing to whoever loads no
 * files, and that one is protected by `none` would read as if nothing had been said.
 * @example 'direction', 'down' → 'Lower is better'; 'validFrom', '2026-01-01' → '1 Jan 2026'
 */
export function fieldInWords(field: string, value: string): string {
  if (field === 'validFrom') return formatDate(value)
  return meanings[field]?.[value]?.replace(/\.$/, '') ?? value
}
