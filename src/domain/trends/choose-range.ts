import type { Frequency } from '../periods/period.ts'
import { addPeriods, frequencyOf, periodContaining, periodEnd, periodsInMonths } from '../periods/period.ts'

export const rangeChoices = ['12', '24', '36', 'all'] as const
/** How many months back from the measure's latest period. */
export type RangeChoice = (typeof rangeChoices)[number]
export const defaultRange: RangeChoice = '36'

/** The stretch that a reader asks for: from and to, or so many months. */
export interface AskedRange {
  from?: string | undefined
  to?: string | undefined
  range?: RangeChoice | undefined
}

export interface PeriodSpan {
  from: string
  to: string
}

/**
 * The periods to show, in the measure's own frequency. `from` and `to` win over a range of months; a period of
 * another frequency becomes the one that holds its last month.
 *
 * @example latest 2025-09, range 12 → 2024-10 to 2025-09; a quarterly measure's 36 months are 12 quarters
 */
export function chooseRange(search: AskedRange, frequency: Frequency, held: PeriodSpan): PeriodSpan {
  const to = search.to ? inFrequency(search.to, frequency) : held.to
  if (search.from) return { from: inFrequency(search.from, frequency), to }
  if (search.to && !search.range) return { from: held.from, to }
  const range = search.range ?? defaultRange
  if (range === 'all') return { from: held.from, to }
  const first = addPeriods(to, 1 - periodsInMonths(frequency, Number(range)))
  return { from: [first, held.from].sort().at(-1) ?? first, to }
}

function inFrequency(period: string, frequency: Frequency): string {
  return frequencyOf(period) === frequency
    ? period
    : periodContaining(frequency, periodEnd(period).slice(0, 7))
}

/** The part of a span that is held; null where nothing of it is. Periods of one frequency compare as text. */
export function clipToHeld(asked: PeriodSpan, held: PeriodSpan): PeriodSpan | null {
  const [, from = asked.from] = [asked.from, held.from].sort()
  const [to = asked.to] = [asked.to, held.to].sort()
  return from > to ? null : { from, to }
}
