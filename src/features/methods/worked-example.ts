import { readerOptions } from '../../domain/analysis/chart-series.ts'
import type { Measured } from '../../domain/measures/format.ts'
import { borough, isSnapshot } from '../../domain/measures/measure.ts'
import { periodRange } from '../../domain/periods/period.ts'
import type { ScorecardRow } from '../../domain/scorecard/scorecard.ts'
import { fitXmr, limitsPerRange } from '../../domain/spc/limits.ts'
import { isPresent } from '../../domain/spc/observation.ts'

/** A usual range, taken apart: every number on the way to it. */
export interface WorkedExample {
  kpi: string
  name: string
  measure: Measured
  isSnapshot: boolean
  months: { period: string; value: number; range: number | null }[]
  mean: number
  averageRange: number
  perRange: number
  /** how far each limit stands from the mean */
  reach: number
  lower: number
  upper: number
}

/**
 * The plainest real series of the edition to show the sums on: monthly, without a gap or an extreme difference since
 * its limits began, and with the fewest months to read. Null where the edition holds none. The sums are made here, and
 * only a series is taken for which they come to the limits that the edition shows.
 *
 * @example 20, 22, 21, 25, 22 → mean 22, differences 2 1 4 3, average 2.5, reach 6.65, limits 15.35 and 28.65
 */
export function chooseWorkedExample(rows: readonly ScorecardRow[]): WorkedExample | null {
  const examples = rows.flatMap((row) => workOut(row) ?? [])
  return examples.toSorted((a, b) => a.months.length - b.months.length)[0] ?? null
}

function workOut(row: ScorecardRow): WorkedExample | null {
  const segment = row.analysis?.segments.at(-1)
  if (
    !segment ||
    segment.isTrial ||
    row.frequency !== 'month' ||
    row.series.dimension !== borough.dimension
  ) {
    return null
  }
  const points = row.series.points.filter(({ period }) => period >= segment.from && period <= segment.to)
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length !== periodRange(segment.from, segment.to).length) return null
  const { mean, averageMovingRange, rangesUsed, limits } = fitXmr(values, readerOptions)
  if (mean === null || averageMovingRange === null || limits === null) return null
  if (!rangesUsed.slice(1).every(isPresent)) return null
  if (!isAlike(limits.lower, segment.lower) || !isAlike(limits.upper, segment.upper)) return null
  return {
    kpi: row.id,
    name: row.name,
    measure: row,
    isSnapshot: isSnapshot(row.aggregation),
    months: values.map((value, index) => ({
      period: points[index]?.period ?? '',
      value,
      range: rangesUsed[index] ?? null,
    })),
    mean,
    averageRange: averageMovingRange,
    perRange: limitsPerRange,
    reach: limits.upper - mean,
    lower: limits.lower,
    upper: limits.upper,
  }
}

function isAlike(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left))
}
