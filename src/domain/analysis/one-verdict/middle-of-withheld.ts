import { isSmall, proposedPolicy } from '../../disclosure/policy.ts'
import type { Series, SeriesPoint } from '../../figures/figure.ts'
import type { Unit } from '../../measures/measure.ts'

/** Between 1 and the most that is withheld for being small: where a withheld number is as likely above as below. */
const middle = (1 + proposedPolicy.smallCount) / 2

/**
 * The figures received, with each that is withheld for being small in the middle of what it can be: of what lies ahead
 * chances are told, and one that rested on a withheld figure would say what it is to whoever knows the others. Leaving
 * those figures out would not do: they are the lowest, or of a share the highest. The same series where none is withheld.
 *
 * @example 57 of 60, withheld for the 3 that are left → 57.5 of 60, as 56, 58 and 59 would be
 */
export function withMiddleOfWithheld(unit: Unit, received: Series, published: Series): Series {
  const withheld = new Set(
    published.points.flatMap(({ period, availability }) => (availability === 'suppressed' ? [period] : [])),
  )
  if (withheld.size === 0) return received
  return {
    ...received,
    points: received.points.map((point) => (withheld.has(point.period) ? middleOf(unit, point) : point)),
  }
}

function middleOf(unit: Unit, point: SeriesPoint): SeriesPoint {
  const { value, numerator, denominator } = point
  if (unit === 'count') {
    return value !== null && isSmall(value, proposedPolicy) ? { ...point, value: middle } : point
  }
  if (unit !== 'percent' || numerator === null || denominator === null) return point
  const ofShare = (count: number) => ({ ...point, numerator: count, value: (100 * count) / denominator })
  if (isSmall(denominator - numerator, proposedPolicy)) return ofShare(Math.max(0, denominator - middle))
  return isSmall(numerator, proposedPolicy) ? ofShare(middle) : point
}
