import { dayNumber, monthOf } from '../periods/calendar.ts'
import { formatPeriod } from '../periods/labels.ts'
import { addPeriods, periodContaining, periodEnd, periodRange } from '../periods/period.ts'

/** A stretch of the time axis with its name: a financial year, or a month of a short range. */
export interface TimeLabel {
  /** where its boundary tick stands; null where it would fall on the plot's edge */
  tick: number | null
  /** the stretch that the label is centred in */
  start: number
  end: number
  /** longest form first */
  forms: readonly string[]
}

/** A range up to this many days names single months instead of financial years. */
const shortRangeDays = 550

/**
 * Labels of a time axis between two days: financial years between their boundaries, or quarter-end months where
 * the range is short.
 */
export function buildTimeLabels(
  firstDay: number,
  lastDay: number,
  dateOf: (day: number) => string,
): TimeLabel[] {
  const from = monthOf(dateOf(firstDay))
  const to = monthOf(dateOf(lastDay))
  return lastDay - firstDay <= shortRangeDays
    ? quarterEnds(from, to, firstDay, lastDay)
    : financialYears(from, to, firstDay, lastDay)
}

function financialYears(from: string, to: string, firstDay: number, lastDay: number): TimeLabel[] {
  const years = periodRange(periodContaining('year', from), periodContaining('year', to)).map((year) => {
    const start = dayNumber(periodEnd(addPeriods(year, -1)))
    const end = dayNumber(periodEnd(year))
    const name = formatPeriod(year)
    return {
      tick: start > firstDay && start < lastDay ? start : null,
      start: Math.max(start, firstDay),
      end: Math.min(end, lastDay),
      forms: [name, `${name.slice(2, 4)}-${name.slice(5)}`],
    }
  })
  // a range that starts on 31 March touches the year before without holding any of it
  return years.filter(({ start, end }) => start < end)
}

function quarterEnds(from: string, to: string, firstDay: number, lastDay: number): TimeLabel[] {
  return periodRange(periodContaining('quarter', from), periodContaining('quarter', to))
    .map((quarter) => {
      const end = periodEnd(quarter)
      const day = dayNumber(end)
      const name = formatPeriod(monthOf(end))
      return { tick: day, start: day - 40, end: day + 40, forms: [name, name.slice(0, 3)] }
    })
    .filter(({ tick }) => tick >= firstDay && tick <= lastDay)
}
