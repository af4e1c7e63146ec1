import { periodEnd, yearBefore } from '../periods/period.ts'

export interface DefinitionBreak {
  date: string
  title: string
}

/**
 * The change of definition that lies between two periods, if any: their figures are not comparable.
 * A period belongs to the definition that holds on its last day.
 */
export function breakBetween(
  breaks: readonly DefinitionBreak[],
  earlier: string,
  later: string,
): DefinitionBreak | null {
  const from = periodEnd(earlier)
  const to = periodEnd(later)
  return breaks.find(({ date }) => from < date && date <= to) ?? null
}

/** Whether a figure may be held against the same period a year before. */
export function isYearComparable(breaks: readonly DefinitionBreak[], period: string): boolean {
  return breakBetween(breaks, yearBefore(period), period) === null
}
