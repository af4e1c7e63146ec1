import { periodEnd } from '../periods/period.ts'

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

/**
 * The first of some periods, in order, whose figures compare with those of the last: after the latest change of
 * definition. 0 where there is none.
 */
export function firstComparable(breaks: readonly DefinitionBreak[], periods: readonly string[]): number {
  const last = periods.at(-1)
  if (last === undefined) return 0
  return periods.findIndex((period) => breakBetween(breaks, period, last) === null)
}
