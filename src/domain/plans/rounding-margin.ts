import type { SeriesPoint } from '../figures/figure.ts'

/** Counts are published to the nearest five (disclosure/protect.ts): the true one is at most two away. */
const roundedBy = 2

/**
 * How far the true figure can be from the one that is published: a count by two, a share by what its two counts can
 * be away, and by half a percent besides. Other figures are published as they are.
 *
 * @example 65 of 75, published as 87% → the truth lies between 63 of 77 and 67 of 73, 82% and 92%: 5.2 and a half
 */
export function roundingMargin(
  unit: string,
  { value, numerator, denominator }: Pick<SeriesPoint, 'value' | 'numerator' | 'denominator'>,
): number {
  if (value === null) return 0
  if (unit === 'count') return roundedBy
  if (unit !== 'percent' || numerator === null || denominator === null) return 0
  const highest = (100 * (numerator + roundedBy)) / Math.max(1, denominator - roundedBy)
  const lowest = (100 * Math.max(0, numerator - roundedBy)) / (denominator + roundedBy)
  return Math.max(highest - value, value - lowest) + 0.5
}
