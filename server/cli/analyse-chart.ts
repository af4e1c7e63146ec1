import type { DrawnChart } from '../../src/domain/spc/attribute/draw-chart.ts'
import type { Verdict } from '../../src/domain/spc/attribute/judge-latest.ts'
import type { PointType } from '../../src/domain/spc/point-types.ts'

/** The chart as `analyse` prints it; arrays in the order of the rows given, runs by segment in date order. */
export function chartOf({ kind, y, bands, outside, segments }: DrawnChart, order: readonly number[]) {
  const place = new Map(order.map((row, position) => [row, position]))
  const positions = order.map((_, row) => place.get(row) ?? -1)
  return {
    kind,
    y: positions.map((position) => y[position] ?? null),
    centre: positions.map((position) => bands[position]?.centre ?? null),
    lower: positions.map((position) => bands[position]?.lower ?? null),
    upper: positions.map((position) => bands[position]?.upper ?? null),
    outside: positions.map((position) => outside[position] ?? false),
    runs: segments.map(({ runs }) => runs),
  }
}

const variationNames: Record<PointType, string> = {
  common_cause: 'common',
  special_cause_improvement: 'improvement',
  special_cause_concern: 'concern',
  special_cause_neutral_high: 'neutral-high',
  special_cause_neutral_low: 'neutral-low',
}

/** The verdict as `analyse` prints it; `since` is a date as it was given. */
export function verdictOf(verdict: Verdict, order: readonly number[], dates: readonly string[]) {
  if (verdict.kind === 'not-judged') return { notJudged: verdict.reason }
  const { method, because, variation, sign } = verdict
  const since = sign === null ? null : (dates[order[sign.start] ?? -1] ?? null)
  return { method, because, variation: variationNames[variation], since }
}
