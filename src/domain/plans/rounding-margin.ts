import type { SeriesPoint } from '../figures/figure.ts'

/** Counts are published to the nearest five (disclosure/protect.ts): the true one is at most two away. */
const roundedBy = 2

/** Shares are published to a whole percent, made from true counts. */
const shareRoundedBy = 0.5

/**
 * How far the true figure can be from the one that is published: a count by two, a share by half a percent.
 * Other figures are published as they are.
 *
 * @example 87% → the truth lies between 86.5% and 87.5%
 */
export function roundingMargin(unit: string, { value }: Pick<SeriesPoint, 'value'>): number {
  if (value === null) return 0
  if (unit === 'count') return roundedBy
  return unit === 'percent' ? shareRoundedBy : 0
}
