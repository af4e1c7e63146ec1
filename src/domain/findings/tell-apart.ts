/** A sentence that sets two figures side by side is believed by the figures: rounding must not hide what it says. */

const finest = 9

/**
 * The fewest decimals, from a measure's own on, at which the larger of two figures is shown as the larger; null where
 * not even the most allowed show it, or where they are equal.
 *
 * @example 3.33 and 3.17, of whole days → 1; 3 and 5 → 0; 3.334 and 3.333, one more decimal at most → null
 */
export function decimalsApart(decimals: number, a: number, b: number, most = finest): number | null {
  if (roundTo(a, decimals) !== roundTo(b, decimals)) return decimals
  return decimals >= most ? null : decimalsApart(decimals + 1, a, b, most)
}

/**
 * The decimals at which a figure outside its limits is seen to be outside; the measure's own where it lies within.
 * @example 88.6 below 89.02, in whole percents → 1: 88.6% and 89.0%
 */
export function decimalsBesideLimits(
  decimals: number,
  value: number,
  { lower, upper }: { lower: number; upper: number },
): number {
  if (value >= lower && value <= upper) return decimals
  return decimalsApart(decimals, value, value < lower ? lower : upper) ?? decimals
}

/**
 * Limits of whole numbers as the whole numbers within them: 3 is seen to lie below 4 to 6, where beside 3.1 to 6.2 it
 * looks like the lower end. As they are where fewer than two whole numbers lie within, or figures are no whole numbers.
 *
 * @example of a count, 3.1 to 6.2 → 4 to 6
 */
export function wholeWithin(
  { unit, decimals }: { unit: string; decimals: number },
  { lower, upper }: { lower: number; upper: number },
): [lower: number, upper: number] {
  const [low, high] = [Math.ceil(roundTo(lower, finest)), Math.floor(roundTo(upper, finest))]
  return unit === 'count' && decimals === 0 && low < high ? [low, high] : [lower, upper]
}

/** A figure is written no finer than it is known: 89 beside 89.04 stays 89. */
export function decimalsOfFigure(decimals: number, wanted: number, value: number): number {
  const own = String(roundTo(value, finest)).split('.')[1]?.length ?? 0
  return Math.min(wanted, Math.max(decimals, own))
}

/** A change of half a person is not none: what would be shown as less than one gets one more decimal. */
export function decimalsOfPace({ decimals }: { decimals: number }, pace: number): number {
  return Math.abs(pace) < 10 ** -decimals ? decimals + 1 : decimals
}

/** What stands after "about" has three digits that say something, for every reader. @example 28,798 and 28,797 → 28,800 */
export function threeDigits(value: number): number {
  return Math.abs(value) >= 1000 ? Number(value.toPrecision(3)) : value
}

/** As a number is shown; −0 is 0. */
export function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0
}
