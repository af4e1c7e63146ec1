import type { SeriesPoint } from '../figures/figure.ts'
import { periodRange } from '../periods/period.ts'
import type { Observation } from '../spc/observation.ts'
import type { CalendarValues } from './calendar-grid.ts'

/** A series with every period in its place, those without a figure as missing. */
export interface SeriesGrid extends CalendarValues {
  /** cases behind each value, where known */
  cases: Observation[]
}

interface FiguresHeld {
  points: readonly Pick<SeriesPoint, 'period' | 'value' | 'n'>[]
}

/** Null for a series without points. @example points of 2025-01 and 2025-03 → three periods, the second missing */
export function gridOf({ points }: FiguresHeld): SeriesGrid | null {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return null
  const held = new Map(points.map((point) => [point.period, point]))
  const periods = periodRange(first.period, last.period)
  return {
    periods,
    values: periods.map((period) => held.get(period)?.value ?? null),
    cases: periods.map((period) => held.get(period)?.n ?? null),
  }
}

/** The rows from a position up to another. */
export function partOf({ periods, values, cases }: SeriesGrid, start: number, end?: number): SeriesGrid {
  return {
    periods: periods.slice(start, end),
    values: values.slice(start, end),
    cases: cases.slice(start, end),
  }
}

/**
 * Whether the figures add up from April to March and start again, as a count "since 1 April" does: within a
 * year they never fall, and each year, two at least, begins below the one before. Missing figures are passed over, April
 * among them; a year of which no figure up to June is known does not show where it began.
 */
export function accumulatesThroughYear({ periods, values }: CalendarValues): boolean {
  const known = periods.flatMap((period, row) => {
    const value = values[row] ?? null
    return value === null ? [] : [{ value, year: financialYearOf(period), isStart: isEarlyInYear(period) }]
  })
  let restarts = 0
  for (const [row, { value, year, isStart }] of known.entries()) {
    const before = known[row - 1]
    if (!before) continue
    const isNewYear = year !== before.year
    if (isNewYear ? isStart && value >= before.value : value < before.value) return false
    if (isNewYear && value < before.value) restarts += 1
  }
  return restarts >= 2
}

/** The year in which a financial year begins; of quarters they are named by it. */
function financialYearOf(period: string): string {
  const month = Number(period.slice(5))
  return month >= 4 || Number.isNaN(month) ? period.slice(0, 4) : String(Number(period.slice(0, 4)) - 1)
}

function isEarlyInYear(period: string): boolean {
  return ['04', '05', '06', 'Q1'].includes(period.slice(5))
}
