import { decimalsWritten } from '../measures/decimals-beside.ts'
import type { Measured } from '../measures/format.ts'
import { decimalsOfFigure, roundTo } from './tell-apart.ts'

/**
 * A figure and what was planned beside the gap between them, which is rounded from the two as they are: where a reader
 * who takes one from the other as shown would find another gap, both are shown one decimal finer.
 *
 * @example 69.4 and 65.6 in whole percents, told as 4 above plan → 69.4% and 65.6%; 69.1 and 66.2, told as 3 → 69% and
 * 66%
 */
export function besidePlan<Measure extends Measured>(
  measure: Measure,
  value: number,
  planned: number,
): { figure: Measure; planned: Measure } {
  const { decimals } = measure
  const asShown = (of: number) => roundTo(of, decimalsWritten(measure, of))
  const shownGap = roundTo(asShown(value) - asShown(planned), decimals)
  if (shownGap === roundTo(value - planned, decimals)) return { figure: measure, planned: measure }
  const finer = (of: number) => ({ ...measure, decimals: decimalsOfFigure(decimals, decimals + 1, of) })
  return { figure: finer(value), planned: finer(planned) }
}
