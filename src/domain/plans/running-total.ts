import { addPeriods, lastMonthOf, periodContaining, yearBefore } from '../periods/period.ts'
import { answerOf, type DatedFigure, type SuccessPoint } from './success-history.ts'
import type { MeasurableSuccess } from './success-measure.ts'

/**
 * A total that adds up from April and starts again. What is promised of it is promised of the year, so it is judged by
 * one figure a year: the one with which the year closes (March, or the month by which it was promised).
 */
export interface RunningTotal {
  /** one figure of each year that can be judged, oldest first, with its month; of a year without one, a gap */
  years: SuccessPoint[]
  /** whether the latest year cannot be judged yet */
  isOpen: boolean
  /** where that year stands, not over and short of what was promised or beyond it; null without a latest figure */
  soFar: YearSoFar | null
}

export interface YearSoFar {
  latest: DatedFigure
  /** the month with which the year closes */
  closes: string
  /** the same month a year before and how that year closed; null where either is not held */
  before: { period: string; value: number; closed: number } | null
}

/**
 * "At least" is settled as soon as a figure reaches it, since a running total never falls within its year; everything
 * else is settled when the year closes.
 *
 * @example 110 or more by 2026-03; 91 in Mar 2025, 59 in Sep 2025 → 2024-25 with 91; so far 59
 */
export function readRunningTotal(
  { condition, by }: MeasurableSuccess,
  points: readonly SuccessPoint[],
): RunningTotal {
  const last = points.at(-1)
  const thisYear = last && yearOf(last.period)
  const years = [...Map.groupBy(points, ({ period }) => yearOf(period))].flatMap(
    ([year, all]): SuccessPoint[] => {
      const own = all.filter(({ period }) => lastMonthOf(period) <= closingMonth(year, by))
      const closing = own.find(({ period }) => lastMonthOf(period) === closingMonth(year, by))
      const reached =
        condition.kind === 'at-least' ? own.findLast((point) => answerOf(condition, point) === 'meets') : null
      const told = closing?.value == null ? (reached ?? closing) : closing
      if (told) return [{ ...told, period: year, at: told.period }]
      return year === thisYear ? [] : [{ ...gap, period: year }]
    },
  )
  const isOpen = last !== undefined && years.at(-1)?.period !== thisYear
  const soFar = isOpen ? soFarOf(points, last, closingMonth(yearOf(last.period), by)) : null
  return { years, isOpen, soFar }
}

const gap = { value: null, provisional: false, availability: 'missing' } as const

function soFarOf(points: readonly SuccessPoint[], last: SuccessPoint, closes: string): YearSoFar | null {
  const { period, value, provisional } = last
  if (value === null) return null
  const before = yearBefore(period)
  const then = points.find((point) => point.period === before)?.value ?? null
  const closed = points.find((point) => lastMonthOf(point.period) === yearBefore(closes))?.value ?? null
  return {
    latest: { period, value, provisional },
    closes,
    before: then === null || closed === null ? null : { period: before, value: then, closed },
  }
}

/** The financial year of a month or quarter. */
export function yearOf(period: string): string {
  return periodContaining('year', lastMonthOf(period))
}

/** March, or the calendar month by which it was promised, of a financial year. */
function closingMonth(year: string, by: string | null): string {
  const march = lastMonthOf(year)
  return by === null ? march : addPeriods(march, -((15 - Number(by.slice(5))) % 12))
}

/** The month that closes the year of a promise's date: a year is judged as a whole. */
export function yearOfPromise(measure: MeasurableSuccess): MeasurableSuccess {
  return measure.by === null ? measure : { ...measure, by: lastMonthOf(yearOf(measure.by)) }
}
