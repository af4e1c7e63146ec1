import { decimalsWritten, rounded } from './decimals-beside.ts'
import { decimalsOf, formatValueInWords, type Measured, workedOut } from './format.ts'

/**
 * Two figures beside the difference between them, all written equally finely: as finely as either is written by itself,
 * and one decimal more where whoever takes the one from the other would else find another difference than the true one.
 * Nothing is written finer than the figure is known, so of a rounded figure only the difference of what is written is
 * told.
 *
 * @param ofOther the other, where it is written otherwise: a plan, which nobody counted
 * @example of whole percents, 69.4 and 65.6 → 3.8, '69.4%' and '65.6%'; 69.1 and 66.2 → 3, '69%' and '66%'; 75.5 and
 * 74 → 1.5; 69, known no finer, and 65.5 planned → 3, '69%' and '66%'
 */
export function apart<Of extends Measured>(
  measure: Of,
  difference: number,
  other: number,
  ofOther = measure,
): { by: number; measure: Of; figure: Of; other: Of } {
  // the sum has the dust of arithmetic in it
  const value = rounded(other + difference, 9)
  const differenceAt = (decimals: number) =>
    rounded(rounded(value, decimals) - rounded(other, decimals), decimals)
  const known = Math.max(decimalsOf(value), ofOther.isWorkedOut ? 0 : decimalsOf(other))
  let decimals = Math.max(decimalsWritten(measure, value), decimalsWritten(ofOther, other))
  if (known > decimals && differenceAt(decimals) !== rounded(difference, decimals)) decimals += 1
  const written = (of: Of, at: number) => ({
    ...of,
    decimals: Math.min(decimals, Math.max(of.decimals, decimalsOf(at))),
  })
  return {
    by: differenceAt(decimals),
    measure: { ...measure, decimals },
    figure: written(measure, value),
    other: written(ofOther, other),
  }
}

/** A figure, what was planned and the gap between them, as all three are written. */
export function besidePlan<Of extends Measured>(measure: Of, gap: number, planned: number) {
  // nobody counted what was planned: it is not written finer for lying near a target
  return apart(measure, gap, planned, workedOut(measure))
}

/**
 * Figures that a sentence sets side by side, each as it is written beside the others: whoever takes one from another finds
 * the difference that is told elsewhere.
 *
 * @example of whole days, 20 and 20.5 → '20 days', '20.5 days'; 20.1 and 21.1 → '20 days', '21 days'
 */
export function sideBySide(measure: Measured, figures: readonly number[]): (value: number) => string {
  const decimals = Math.max(
    measure.decimals,
    ...figures
      .slice(1)
      .flatMap((one, row) =>
        figures.slice(0, row + 1).map((other) => apart(measure, one - other, other).measure.decimals),
      ),
  )
  return (value) => {
    const known = Math.min(decimals, Math.max(measure.decimals, decimalsOf(value)))
    return formatValueInWords({ ...measure, decimals: known }, value)
  }
}
