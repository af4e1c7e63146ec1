import { dayNumber, monthOf } from '../../domain/periods/calendar.ts'
import { nameOfMonth } from '../../domain/periods/labels.ts'
import { addPeriods, periodRange, periodStart } from '../../domain/periods/period.ts'
import type { PlanRow } from './plan-rows.ts'

export interface Timeline {
  /** share of the width, 0 to 100, at which a day stands */
  at: (date: string) => number
  ticks: readonly { month: string; at: number; label: string; isYear: boolean }[]
  /** the edition's day */
  now: number
}

/** Up to this many months the axis names quarters; up to the next, half-years; beyond, years. */
const quarterlySpan = 20
const halfYearlySpan = 48
const mostYears = 8
/** as many years as a sheet of paper has room for */
const mostYearsNarrow = 4

/**
 * One time axis for every milestone of the plan: whole months from the first date to the last, the edition's day
 * among them. It is made of all milestones, so that nothing moves when a filter leaves some out.
 */
export function buildTimeline(rows: readonly PlanRow[], asOf: string): Timeline {
  const dates = [asOf, ...rows.flatMap((row) => [row.baselineDue, row.current, row.slipEnd])].toSorted()
  const firstMonth = monthOf(dates[0] ?? asOf)
  const endMonth = addPeriods(monthOf(dates.at(-1) ?? asOf), 1)
  const start = dayNumber(periodStart(firstMonth))
  const span = dayNumber(periodStart(endMonth)) - start
  const at = (date: string) => (100 * (dayNumber(date) - start)) / span
  const months = periodRange(firstMonth, endMonth)
  const named = months.filter((month) => isTick(month, months.length, Number(firstMonth.slice(0, 4))))
  const years = named.filter(isJanuary)
  return {
    at,
    now: at(asOf),
    ticks: named.map((month) => ({
      month,
      at: at(periodStart(month)),
      label: labelOf(month),
      // of many years every other gives way with the months, where room is short
      isYear: isJanuary(month) && (years.length <= mostYearsNarrow || years.indexOf(month) % 2 === 0),
    })),
  }
}

function isTick(month: string, months: number, firstYear: number): boolean {
  const [year = 0, inYear = 0] = month.split('-').map(Number)
  if (months <= quarterlySpan) return inYear % 3 === 1
  if (months <= halfYearlySpan) return inYear % 6 === 1
  return inYear === 1 && (year - firstYear) % Math.ceil(months / 12 / mostYears) === 0
}

function isJanuary(month: string): boolean {
  return month.endsWith('-01')
}

/** A year is named where it begins, a month elsewhere. */
function labelOf(month: string): string {
  return isJanuary(month) ? month.slice(0, 4) : nameOfMonth(month)
}
