import type { Series, SeriesPoint } from '../../src/domain/figures/figure.ts'
import { addPeriods } from '../../src/domain/periods/period.ts'

export function aPoint(changes: Partial<SeriesPoint> = {}): SeriesPoint {
  return {
    period: '2025-09',
    value: 309,
    numerator: null,
    denominator: null,
    n: null,
    availability: 'present',
    provisional: false,
    revised: false,
    previousValue: null,
    asAt: '2025-10-06',
    ...changes,
  }
}

/** Consecutive periods ending at `last`; null is a missing month. */
export function aSeries(
  values: readonly (number | null)[],
  { last = '2025-09', ...key }: Partial<Omit<Series, 'points'>> & { last?: string } = {},
): Series {
  const points = values.map((value, index) =>
    aPoint({
      period: addPeriods(last, index - values.length + 1),
      value,
      availability: value === null ? 'missing' : 'present',
    }),
  )
  return { kpi: 'ot-waiting', dimension: 'borough', member: 'All', ...key, points }
}
