import { isSmall, proposedPolicy, roundingInterval } from '../../disclosure/policy.ts'
import type { Series, SeriesPoint } from '../../figures/figure.ts'
import type { Unit } from '../../measures/measure.ts'

/**
 * The series that would be published as this one is, though one figure of it differs: one that is withheld for being
 * small, or a count published under ten, at each other value that would be published alike. The latest figures first,
 * since a verdict hangs on those most.
 */
export function* seriesShownAlike(unit: Unit, received: Series, published: Series): Generator<Series> {
  const shown = new Map(published.points.map((point) => [point.period, point]))
  for (const [row, point] of [...received.points.entries()].toReversed())
    for (const other of figuresShownAlike(unit, point, shown.get(point.period)))
      yield { ...received, points: received.points.with(row, other) }
}

/**
 * Of a share what is small moves, the count or what is left over, and its base stays: somebody may know that one.
 *
 * @example 3 of 60, withheld → 1, 2 and 4 of 60; 5, published → 6 and 7
 */
export function figuresShownAlike(
  unit: Unit,
  point: SeriesPoint,
  shown: SeriesPoint | undefined,
): SeriesPoint[] {
  const { value, numerator, denominator } = point
  if (!shown || value === null) return []
  const isWithheld = shown.availability === 'suppressed'
  if (unit === 'count') {
    const alike = isWithheld ? smallAlike(value) : underTenAlike(value, shown.value)
    return alike.map((other) => ({ ...point, value: other }))
  }
  if (unit !== 'percent' || !isWithheld || numerator === null || denominator === null) return []
  const rest = denominator - numerator
  const counts = [...smallAlike(numerator), ...smallAlike(rest).map((other) => denominator - other)]
  return counts
    .filter((count) => count > 0 && count < denominator)
    .map((count) => ({ ...point, numerator: count, value: (100 * count) / denominator }))
}

function smallAlike(count: number): number[] {
  if (!isSmall(count, proposedPolicy)) return []
  return othersIn(1, proposedPolicy.smallCount, count)
}

function underTenAlike(count: number, shown: number | null): number[] {
  if (shown === null || shown === 0 || shown >= proposedPolicy.wholeIntervalBelow) return []
  const { lower, upper } = roundingInterval(shown, true, proposedPolicy)
  return othersIn(lower, upper, count)
}

function othersIn(lower: number, upper: number, count: number): number[] {
  return Array.from({ length: upper - lower + 1 }, (_, step) => lower + step).filter(
    (other) => other !== count,
  )
}
