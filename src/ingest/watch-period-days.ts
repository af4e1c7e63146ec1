import { periodEnd } from '../domain/periods/period.ts'
import type { Observed } from './observed.ts'
import { dayWritten } from './parse-period.ts'
import { type Place, problemAt, type Report } from './problem.ts'

/** The first period of a measure in a file that is its month's first day, and the first that is its last. */
interface Days {
  start: Place | null
  end: Place | null
  /** where every day read with the day first is the first of a month with the month first: which days, and where */
  swapped: { days: Set<string>; first: Place } | null
}

/**
 * Watches periods that are written as days: the first and the last day of months in one file cannot both be meant, for
 * 31 March and 1 April are a day apart, and a month.
 */
export function watchPeriodDays() {
  const files = new Map<string, Days>()
  return {
    take({ texts, form, isDayOfMany, place }: Observed, file: string) {
      const day = isDayOfMany ? null : dayWritten(texts.period, form)
      if (day === null) return
      const key = `${file}\u001f${texts.kpi_id}`
      const days: Days = files.get(key) ?? {
        start: null,
        end: null,
        swapped: form === 'day-first-date' ? { days: new Set(), first: place('period') } : null,
      }
      files.set(key, days)
      if (dayWritten(texts.period, 'month-first-date')?.endsWith('-01')) days.swapped?.days.add(day.slice(-2))
      else days.swapped = null
      if (day.endsWith('-01')) days.start ??= place('period')
      else if (periodEnd(day.slice(0, 7)) === day) days.end ??= place('period')
    },
    report(report: Report) {
      for (const { start, end, swapped } of files.values()) {
        if (swapped && swapped.days.size > 1) {
          report(
            problemAt(swapped.first).asked(
              'all periods of this file are days of January, and with the month first they are the first days of months: does it write the month first?',
              'say in the mapping that its form is "month-first-date"; if they are days of January, publish it with a reason',
            ),
          )
        }
        if (!start || !end) continue
        const [first, second] = start.line < end.line ? [start, end] : [end, start]
        report(
          problemAt(second).error(
            `this period is the ${second === end ? 'last' : 'first'} day of a month, and the one in line ${first.line} the ${second === end ? 'first' : 'last'}`,
            'write all periods of the file as months (2025-04), or all as first days, or all as last days',
          ),
        )
      }
    },
  }
}
