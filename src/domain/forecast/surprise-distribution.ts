/**
 * How surprises are spread: Student's t with 8 degrees of freedom, a little narrower in the middle and with
 * more far surprises than the normal.
 */

/** Quantiles of Student's t with 8 degrees of freedom: 90% and 97.5%. */
export const reach80 = 1.396815
export const reach95 = 2.306004

/**
 * Share of surprises at or below a size, given in typical surprises. With 8 degrees of freedom the
 * distribution function has a closed form (Abramowitz and Stegun 26.7.4).
 *
 * @example 0 → 0.5; reach80 → 0.9
 */
export function shareAtOrBelow(surprise: number): number {
  if (surprise === Number.POSITIVE_INFINITY) return 1
  if (surprise === Number.NEGATIVE_INFINITY) return 0
  const cosineSquared = 8 / (8 + surprise * surprise)
  const sine = surprise / Math.sqrt(8 + surprise * surprise)
  const series = 1 + cosineSquared / 2 + (3 / 8) * cosineSquared ** 2 + (15 / 48) * cosineSquared ** 3
  return 0.5 + (sine * series) / 2
}
