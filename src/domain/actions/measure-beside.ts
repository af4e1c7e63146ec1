import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { SeriesPoint } from '../figures/figure.ts'
import { isSnapshot } from '../measures/measure.ts'
import { addPeriods, periodEnd, periodStart } from '../periods/period.ts'
import type { Action } from './action.ts'

/** Figures that a side must have before anything is said of it. */
export const fewestPeriods = 3
const mostPeriodsBefore = 12

/** The middle figure of a stretch, and of how many figures it is. */
export interface TypicalFigure {
  value: number
  periods: number
}

/** Where a measure stood before an action was asked for, and since. Facts beside each other, and no cause. */
export type MeasureBeside =
  | { kind: 'compared'; before: TypicalFigure; since: TypicalFigure; sinceDay: 'raised' | 'closed' }
  | {
      kind: 'too-few'
      before: number
      since: number
      sinceDay: 'raised' | 'closed'
      /** whether enough periods have passed since, of which figures are missing or withheld */
      isLateEnough: boolean
    }
  /** figures were counted another way in between */
  | { kind: 'not-comparable'; break: string }

interface BesideKpi extends Pick<DescribedKpi, 'aggregation'> {
  breaks: readonly Pick<DescribedKpi['breaks'][number], 'date' | 'title'>[]
}
type Point = Pick<SeriesPoint, 'period' | 'value'>

/**
 * The typical figure of a measure in the twelve periods that ended before an action was raised, and in those since
 * it was closed, or since it was raised where it is not closed. Typical is the middle figure, the mean of the two
 * in the middle of an even number. A flow counts from the first whole period; a snapshot is taken at the period's
 * end and counts from there. Missing and withheld figures are left out, never read as zero; figures from before a
 * recorded break are not used.
 *
 * @example raised in June; 10 12 11 before, 8 9 7 since → 11 of three periods, 8 of three periods
 */
export function compareBesideAction(
  { raised, closed, status }: Pick<Action, 'raised' | 'closed' | 'status'>,
  points: readonly Point[],
  { aggregation, breaks }: BesideKpi,
): MeasureBeside {
  const sinceDay = status === 'closed' && closed !== null ? 'closed' : 'raised'
  const from = sinceDay === 'closed' && closed !== null ? closed : raised
  const isSince = ({ period }: Point) =>
    isSnapshot(aggregation) ? periodEnd(period) >= from : periodStart(period) >= from
  const since = points.filter(isSince)
  const lastDay = since.at(-1) && periodEnd(since.at(-1)?.period ?? '')
  const between = breaks.find(({ date }) => lastDay !== undefined && date > raised && date <= lastDay)
  if (between) return { kind: 'not-comparable', break: between.title }

  const lastBreak = breaks.reduce((last, { date }) => (date <= raised && date > last ? date : last), '')
  const before = lastPeriods(points.filter(({ period }) => periodEnd(period) < raised)).filter(
    ({ period }) => periodStart(period) >= lastBreak,
  )
  const [was, is] = [valuesOf(before), valuesOf(since)]
  const [typicalBefore, typicalSince] = [typicalOf(was), typicalOf(is)]
  return typicalBefore && typicalSince
    ? { kind: 'compared', before: typicalBefore, since: typicalSince, sinceDay }
    : {
        kind: 'too-few',
        before: was.length,
        since: is.length,
        sinceDay,
        isLateEnough: since.length >= fewestPeriods,
      }
}

/** Those of the last twelve periods: a gap is not made up by an older figure. */
function lastPeriods(points: readonly Point[]): Point[] {
  const last = points.at(-1)
  if (!last) return []
  const ends = periodEnd(addPeriods(last.period, -mostPeriodsBefore))
  return points.filter(({ period }) => periodEnd(period) > ends)
}

function valuesOf(points: readonly Point[]): number[] {
  return points.flatMap(({ value }) => (value === null ? [] : [value]))
}

function typicalOf(values: readonly number[]): TypicalFigure | null {
  if (values.length < fewestPeriods) return null
  const ordered = values.toSorted((a, b) => a - b)
  const middle = ordered.length / 2
  const around = [ordered[Math.ceil(middle) - 1], ordered[Math.floor(middle)]]
  const value = around.reduce<number>((sum, one = 0) => sum + one, 0) / around.length
  return { value, periods: values.length }
}
