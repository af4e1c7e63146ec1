import { addPeriods, type Frequency, frequencyOf, periodRange, periodsBetween } from '../periods/period.ts'
import type { Series } from './figure.ts'

/** So far behind the others of its measure a series may be late; further, it has ended, or nobody sends it. */
const mostBehind: Record<Frequency, number> = { month: 3, quarter: 1, year: 1 }

/** The newest period in which any of some series has a figure, be it withheld; null where none has. */
export function newestPeriod(series: readonly Series[]): string | null {
  return series
    .flatMap((one) => lastHeld(one) ?? [])
    .reduce<string | null>((newest, period) => (newest !== null && newest > period ? newest : period), null)
}

/**
 * Whether a series has ended by a period: what its last figures say is no news of then.
 *
 * @example a team without a figure since March, beside towns with one of October → true; since August → false
 */
export function hasEnded(series: Series, by: string): boolean {
  const last = lastHeld(series)
  if (last === null) return true
  const frequency = frequencyOf(by)
  // of one that is counted in other periods since, the next definition says
  return (
    frequency !== null && frequency === frequencyOf(last) && periodsBetween(last, by) > mostBehind[frequency]
  )
}

/**
 * A series up to a period: where its source sent no row for the newest ones, their figures are missing, and the last that
 * came is not the latest. As it is where it goes so far already, or is counted in other periods since.
 *
 * @example Acton to August, beside towns with September → Acton with September missing
 */
export function upTo(newest: string | null, series: Series): Series {
  const last = series.points.at(-1)
  if (!last || newest === null || last.period >= newest) return series
  if (frequencyOf(last.period) !== frequencyOf(newest)) return series
  const missing = periodRange(addPeriods(last.period, 1), newest).map((period) => ({
    ...last,
    ...{ period, value: null, numerator: null, denominator: null, n: null, previousValue: null },
    ...{ availability: 'missing' as const, provisional: false, revised: false },
  }))
  return { ...series, points: [...series.points, ...missing] }
}

function lastHeld({ points }: Series): string | null {
  return points.findLast(({ availability }) => availability !== 'missing')?.period ?? null
}
