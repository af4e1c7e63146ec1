import type { DescribedKpi } from '../editions/describe-kpi.ts'
import { isOverdue } from '../editions/holdings.ts'
import type { Availability, Series } from '../figures/figure.ts'
import { addPeriods, periodEnd, periodRange, periodsInMonths } from '../periods/period.ts'
import { addWorkingDays, workingDaysBetween } from '../plans/working-days.ts'

/** How far back completeness is counted. */
const completenessMonths = 36

export interface Completeness {
  /** null where nothing is held */
  from: string | null
  to: string | null
  expected: number
  present: number
  /** held, and withheld from this audience */
  withheld: string[]
  /** not held, or said to be missing */
  missing: string[]
}

/**
 * Periods whose figure was due before a day and has not come, oldest first. The next figure's due date tells how
 * many working days there are; the same number holds for those after it.
 *
 * @example latest August, September due 3 October (day 3), as of 6 October → ['2025-09']
 */
export function awaitedPeriods(kpi: Pick<DescribedKpi, 'latestPeriod' | 'due'>, asOf: string): string[] {
  if (kpi.latestPeriod === null || kpi.due === null || !isOverdue(kpi, asOf)) return []
  const awaited = [addPeriods(kpi.latestPeriod, 1)]
  const dueDay = workingDaysBetween(periodEnd(awaited[0] ?? ''), kpi.due)
  for (;;) {
    const next = addPeriods(awaited.at(-1) ?? '', 1)
    if (addWorkingDays(periodEnd(next), dueDay) >= asOf) return awaited
    awaited.push(next)
  }
}

/**
 * Which periods of the last 36 months are held, of the borough's series or of the categories of a measure
 * that has no other. Counted from the first figure, where that is later, to the last one that was due.
 * A period of categories is present where any category is; one withheld in all of them is withheld.
 *
 * @example 36 months, February 2024 missing → expected 36, present 35, missing ['2024-02']
 */
export function measureCompleteness(
  kpi: Pick<DescribedKpi, 'frequency' | 'latestPeriod'>,
  series: readonly Series[],
  awaited: readonly string[],
): Completeness {
  const held = new Map<string, Availability>()
  for (const { period, availability } of series.flatMap(({ points }) => points)) {
    held.set(period, better(held.get(period), availability))
  }
  const first = [...held.keys()].sort()[0]
  const to = awaited.at(-1) ?? kpi.latestPeriod
  if (first === undefined || to === null) {
    return { from: null, to: null, expected: 0, present: 0, withheld: [], missing: [] }
  }
  const earliest = addPeriods(to, 1 - periodsInMonths(kpi.frequency, completenessMonths))
  const from = first > earliest ? first : earliest
  const expected = periodRange(from, to)
  const ofKind = (availability: Availability) =>
    expected.filter((period) => (held.get(period) ?? 'missing') === availability)
  return {
    from,
    to,
    expected: expected.length,
    present: ofKind('present').length,
    withheld: ofKind('suppressed'),
    missing: ofKind('missing'),
  }
}

const ranks: Record<Availability, number> = { missing: 0, suppressed: 1, present: 2 }

function better(known: Availability | undefined, other: Availability): Availability {
  return known && ranks[known] >= ranks[other] ? known : other
}
