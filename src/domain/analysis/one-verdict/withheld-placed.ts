import { isSmall, proposedPolicy } from '../../disclosure/policy.ts'
import type { Series, SeriesPoint } from '../../figures/figure.ts'
import type { Unit } from '../../measures/measure.ts'

/** The least that a number withheld for being small can be, the middle, and the most. */
const places = [1, (1 + proposedPolicy.smallCount) / 2, proposedPolicy.smallCount]

/**
 * The figures received, with all that are withheld for being small at the least that they can be, in the middle, and at
 * the most: of what lies ahead chances are told, and one that rested on a withheld figure would say what it is to whoever
 * knows the others. A chance that is the same in all three is that of the figures received, and says nothing of them.
 * Leaving those figures out would not do: they are the lowest, or of a share the highest. None where none is withheld.
 *
 * @example 57 of 60, withheld for the 3 that are left → 59, 57.5 and 56 of 60, as of 56, 58 and 59
 */
export function withWithheldPlaced(unit: Unit, received: Series, published: Series): Series[] {
  const withheld = new Set(
    published.points.flatMap(({ period, availability }) => (availability === 'suppressed' ? [period] : [])),
  )
  if (withheld.size === 0) return []
  return places.map((place) => ({
    ...received,
    points: received.points.map((point) =>
      withheld.has(point.period) ? placedAt(unit, point, place) : point,
    ),
  }))
}

function placedAt(unit: Unit, point: SeriesPoint, place: number): SeriesPoint {
  const { value, numerator, denominator } = point
  if (unit === 'count') {
    return value !== null && isSmall(value, proposedPolicy) ? { ...point, value: place } : point
  }
  if (unit !== 'percent' || numerator === null || denominator === null) return point
  const ofShare = (count: number) => ({ ...point, numerator: count, value: (100 * count) / denominator })
  if (isSmall(denominator - numerator, proposedPolicy)) return ofShare(Math.max(0, denominator - place))
  return isSmall(numerator, proposedPolicy) ? ofShare(Math.min(denominator, place)) : point
}
