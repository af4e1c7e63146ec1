import { decimalsWritten } from '../measures/decimals-beside.ts'
import { type Measured, workedOut } from '../measures/format.ts'
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
  // nobody counted what was planned: it is not written finer for lying near a target
  return apart({ of: measure, value }, { of: workedOut(measure), value: planned })
}

/** The same of a figure and the one before it. @example 71% and was 71%, told as 1 lower → 71.4% and was 70.6% */
export function besideFigure<Measure extends Measured>(
  measure: Measure,
  value: number,
  before: number,
): { figure: Measure; before: Measure } {
  const { figure, planned } = apart({ of: measure, value }, { of: measure, value: before })
  return { figure, before: planned }
}

interface Written<Measure> {
  of: Measure
  value: number
}

function apart<Measure extends Measured>(figure: Written<Measure>, other: Written<Measure>) {
  const { decimals } = figure.of
  const asShown = ({ of, value }: Written<Measure>) => roundTo(value, decimalsWritten(of, value))
  const shownGap = roundTo(asShown(figure) - asShown(other), decimals)
  if (shownGap === roundTo(figure.value - other.value, decimals))
    return { figure: figure.of, planned: other.of }
  const finer = ({ of, value }: Written<Measure>) => ({
    ...of,
    decimals: decimalsOfFigure(decimals, decimals + 1, value),
  })
  return { figure: finer(figure), planned: finer(other) }
}
