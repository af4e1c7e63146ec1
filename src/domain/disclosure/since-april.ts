import { addPeriods, lastMonthOf, periodContaining } from '../periods/period.ts'
import type { DisclosureKpi, Named, Wholes } from './cells.ts'

/** A count since April of what another measure counts month by month, or quarter by quarter. */
export interface YearToDate {
  total: Named
  flow: Named
}

/** How a count since April moves on: what stood before is null where a year begins. */
interface Step {
  now: string
  before: string | null
  /** the months or quarters that have come to it */
  added: readonly string[]
}

/**
 * The step of a total that a period belongs to; null where a quarter is not over yet, or a measure is neither of months
 * nor of quarters.
 *
 * @example of months, 2025-06 → 2025-05 and June; of quarters with months behind them, 2025-Q2 → 2025-Q1, July to September
 */
export function stepSinceApril(
  period: string,
  total: Pick<DisclosureKpi, 'frequency'> | undefined,
  flow: Pick<DisclosureKpi, 'frequency'> | undefined,
): Step | null {
  const quarter = period.includes('Q') ? period : periodContaining('quarter', period)
  if (total?.frequency === 'month' && flow?.frequency === 'month')
    return {
      now: period,
      before: period.endsWith('-04') ? null : addPeriods(period, -1),
      added: [period],
    }
  const quarterBefore = quarter.endsWith('-Q1') ? null : addPeriods(quarter, -1)
  if (total?.frequency === 'quarter')
    return {
      now: quarter,
      before: quarterBefore,
      added: flow?.frequency === 'month' ? monthsOf(quarter) : [quarter],
    }
  if (total?.frequency !== 'month' || flow?.frequency !== 'quarter') return null
  const last = lastMonthOf(quarter)
  if (period !== quarter && period !== last) return null
  return { now: last, before: quarterBefore && lastMonthOf(quarterBefore), added: [quarter] }
}

/** The months of a quarter, in order. */
export function monthsOf(quarter: string): string[] {
  const last = lastMonthOf(quarter)
  return [addPeriods(last, -2), addPeriods(last, -1), last]
}

/** Where nothing came, a total stands still, as any number may. */
const leastGrown = 2

/** Which counts move on by what others count, in nearly every period that both hold. */
export function totalsOfFlows(
  counts: readonly Wholes[],
  least: Readonly<Record<'month' | 'quarter', number>>,
): YearToDate[] {
  return counts.flatMap((total) =>
    counts
      .filter((flow) => flow !== total && isTotalOf(total, flow, least))
      .map((flow) => ({
        total: { kpi: total.kpi.id, name: total.name },
        flow: { kpi: flow.kpi.id, name: flow.name },
      })),
  )
}

function isTotalOf(
  total: Wholes,
  flow: Wholes,
  least: Readonly<Record<'month' | 'quarter', number>>,
): boolean {
  let [shared, agreeing, grown] = [0, 0, 0]
  for (const [period, now] of total.values) {
    const step = stepSinceApril(period, total.kpi, flow.kpi)
    if (!step || step.now !== period) continue
    const before = step.before === null ? 0 : total.values.get(step.before)
    const added = step.added.map((key) => flow.values.get(key))
    if (before === undefined || !added.every((part) => part !== undefined)) continue
    shared += 1
    const sum = added.reduce((one, other) => one + other, 0)
    if (now - before !== sum) continue
    agreeing += 1
    // one that began anew each time would be the same number, and not a total
    if (before > 0 && sum > 0) grown += 1
  }
  const isOfMonths = total.kpi.frequency === 'month' && flow.kpi.frequency === 'month'
  const enough = Math.max(least[isOfMonths ? 'month' : 'quarter'], 0.8 * shared)
  return grown >= leastGrown && agreeing >= enough
}
