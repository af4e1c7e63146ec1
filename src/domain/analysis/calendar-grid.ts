import { monthOf } from '../periods/calendar.ts'
import { type Frequency, frequencyOf, periodRange } from '../periods/period.ts'
import type { Observation } from '../spc/observation.ts'

export interface DatedValues {
  /** in order, each period once: days, months, quarters or years */
  dates: readonly string[]
  values: readonly Observation[]
}

export interface CalendarValues {
  /** consecutive, of one frequency */
  periods: string[]
  values: Observation[]
}

/** The period that a row is of: of a day its month. @example '2025-09-30' → '2025-09'; '2025-Q1' → itself */
export function periodOfRow(date: string): string {
  return frequencyOf(date) === null ? monthOf(date) : date
}

/** How often rows come; months where there are none. */
export function frequencyOfRows(dates: readonly string[]): Frequency {
  const [first] = dates
  return (first === undefined ? null : frequencyOf(first)) ?? 'month'
}

/**
 * Every period from the first to the last, those without a row as missing. Limits look only at the order of
 * rows; a forecast, a season and a year before need the calendar.
 *
 * @example 2025-01, 2025-03 → 2025-01, 2025-02 (missing), 2025-03
 */
export function everyPeriod({ dates, values }: DatedValues): CalendarValues {
  const first = dates[0]
  const last = dates.at(-1)
  if (first === undefined || last === undefined) return { periods: [], values: [] }
  const held = new Map(dates.map((date, row) => [periodOfRow(date), values[row] ?? null]))
  const periods = periodRange(periodOfRow(first), periodOfRow(last))
  return { periods, values: periods.map((period) => held.get(period) ?? null) }
}

/** The rows from a position on. */
export function rowsFrom({ dates, values }: DatedValues, start: number): DatedValues {
  return { dates: dates.slice(start), values: values.slice(start) }
}
