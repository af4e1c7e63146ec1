import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { DoubtedFigures } from '../findings/doubted-words.ts'
import { rangeOfOthers } from '../spc/far-figures.ts'
import { isPresent } from '../spc/observation.ts'
import { findDoubted } from '../spc/suitability.ts'
import type { CalendarValues } from './calendar-grid.ts'

/** The one or two figures of a stretch that stand far outside all others, with their periods; null without one. */
export function doubtedFigures(
  { unit }: Pick<DescribedKpi, 'unit'>,
  { periods, values }: CalendarValues,
): DoubtedFigures | null {
  const rows = findDoubted(unit, values)
  if (rows.length === 0) return null
  const figures = rows.flatMap((row) => {
    const [period, value] = [periods[row], values[row]]
    return period !== undefined && isPresent(value) ? [{ period, value }] : []
  })
  const [lowest, highest] = rangeOfOthers(values, rows)
  return { figures, lowest, highest }
}
