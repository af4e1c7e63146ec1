import { monthOf } from '../periods/calendar.ts'
import { periodRange } from '../periods/period.ts'
import type { Observation } from '../spc/observation.ts'

export interface DatedValues {
  /** in order, each month once; months or days */
  dates: readonly string[]
  values: readonly Observation[]
}

export interface CalendarValues {
  /** consecutive, of one frequency */
  periods: string[]
  values: Observation[]
}

/**
 * Every month from the first to the last, months without a row as missing. Limits look only at the order of
 * rows; a forecast, a season and a year before need the calendar.
 *
 * @example 2025-01, 2025-03 → 2025-01, 2025-02 (missing), 2025-03
 */
export function everyMonth({ dates, values }: DatedValues): CalendarValues {
  const first = dates[0]
  const last = dates.at(-1)
  if (first === undefined || last === undefined) return { periods: [], values: [] }
  const byMonth = new Map(dates.map((date, row) => [monthOf(date), values[row] ?? null]))
  const periods = periodRange(monthOf(first), monthOf(last))
  return { periods, values: periods.map((month) => byMonth.get(month) ?? null) }
}

/** The rows from a position on. */
export function rowsFrom({ dates, values }: DatedValues, start: number): DatedValues {
  return { dates: dates.slice(start), values: values.slice(start) }
}
