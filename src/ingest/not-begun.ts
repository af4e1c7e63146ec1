import type { KpiDefinition } from '../domain/measures/measure.ts'
import { isDate } from '../domain/periods/calendar.ts'
import { periodEnd, periodStart } from '../domain/periods/period.ts'
import { type Observed, periodEndMark } from './observed.ts'
import { parsePeriod } from './parse-period.ts'
import { problemAt, type Report, wholeRow } from './problem.ts'

/**
 * Whether an observation says nothing of a period that had not begun when its source was read, as the cells do that a
 * sheet of a year keeps for its months to come. Where each figure counts as read at the end of its period, that day has
 * to have been.
 */
export function isNotBegun(
  { texts, form, periodRule, marks }: Observed,
  kpis: ReadonlyMap<string, KpiDefinition>,
  today: string,
): boolean {
  if (![texts.value, texts.numerator, texts.denominator, texts.n].every((text) => marks.missing.has(text)))
    return false
  const kpi = kpis.get(texts.kpi_id)
  const period = kpi && parsePeriod(texts.period, form, kpi.frequency, periodRule)
  if (!period) return false
  if (texts.as_at === periodEndMark) return periodEnd(period) > today
  return isDate(texts.as_at) && periodStart(period) > texts.as_at
}

/** Counts, file by file, what was left out of periods to come: it is told once. */
export function createNotBegun() {
  const files = new Map<string, { line: number; cells: number }>()
  return {
    take(file: string, line: number) {
      const before = files.get(file)
      files.set(file, { line: before?.line ?? line, cells: (before?.cells ?? 0) + 1 })
    },
    report(report: Report) {
      for (const [file, { line, cells }] of files) {
        report(
          problemAt({ file, line, column: wholeRow }).notice(
            `${cells === 1 ? 'an empty cell of a period that has' : `${cells} empty cells of periods that have`} not begun or ended ${cells === 1 ? 'is' : 'are'} left out`,
            'nothing',
          ),
        )
      }
    },
  }
}
