import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import type { Dimension } from '../../domain/editions/holdings.ts'
import type { Series } from '../../domain/figures/figure.ts'
import { formatValue, type MeasuredInWords } from '../../domain/measures/format.ts'
import { buildValueAxis, type ValueAxis } from './model/axis.ts'
import type { PeriodSpan } from './model/choose-range.ts'
import { breakLine, segmentsOf } from './model/line-rows.ts'
import { readPoint, shorthandOf } from './model/point-words.ts'
import { buildPoints, noYardsticks, type TrendPoint } from './model/points.ts'

export interface Multiple {
  member: string
  label: string
  /** '76 [p]', '[c]' */
  latest: string
  /** the latest point in words */
  reading: string
  points: TrendPoint[]
  segments: { day: number; value: number }[][]
}

export interface SmallMultiplesModel {
  measure: MeasuredInWords
  multiples: Multiple[]
  /** one scale for all: sizes can be compared by eye */
  axis: ValueAxis
  firstDay: number
  lastDay: number
  from: string
  to: string
}

/** The members of one dimension side by side, in the dimension's own order, on one scale; never added up. */
export function buildMultiples(
  kpi: DescribedKpi,
  dimension: Dimension,
  series: readonly Series[],
  span: PeriodSpan,
): SmallMultiplesModel | null {
  const multiples = dimension.members.flatMap((member) => {
    const own = series.find((one) => one.dimension === dimension.id && one.member === member.id)
    if (!own) return []
    const points = buildPoints(kpi, own, span, noYardsticks)
    const last = points.at(-1)
    if (!last) return []
    return [
      {
        member: member.id,
        label: member.label,
        latest: [...(last.value === null ? [] : [formatValue(kpi, last.value)]), ...shorthandOf(last)].join(
          ' ',
        ),
        reading: readPoint(kpi, last),
        points,
        segments: segmentsOf(breakLine(points, kpi.breaks)),
      },
    ]
  })
  const first = multiples[0]?.points[0]
  const last = multiples[0]?.points.at(-1)
  if (!first || !last) return null
  return {
    measure: kpi,
    multiples,
    axis: buildValueAxis(
      kpi,
      multiples.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value]))),
    ),
    firstDay: first.day,
    lastDay: last.day,
    from: first.label,
    to: last.label,
  }
}

/** All periods that any member holds, from the first to the last. */
export function spanOfAll(series: readonly Series[]): PeriodSpan | null {
  const periods = series.flatMap(({ points }) => points.map(({ period }) => period)).sort()
  const from = periods[0]
  const to = periods.at(-1)
  return from && to ? { from, to } : null
}
