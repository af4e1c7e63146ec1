import { decimalsBeside, decimalsWritten } from '../measures/decimals-beside.ts'
import { decimalsOf, formatDifference, formatValueInWords, type Measured } from '../measures/format.ts'
import { roundTo } from './tell-apart.ts'

const finest = 9

/**
 * A figure beside the target or promise that it misses: as many decimals as show the miss, and the distance from the
 * figure as it is shown, so that a reader who takes one number from the other finds the third.
 *
 * @example 79.6 of a measure of whole percents, bound 80 → '79.6%' and '0.4 percentage points below'; 87.6 and 90 →
 * '88%' and '2 percentage points below'
 */
export function besideBound(
  measure: Measured,
  value: number,
  bound: number,
): { figure: string; distance: string } {
  const decimals = Math.max(decimalsBeside(measure, value, bound), decimalsWritten(measure, value))
  const shown = { ...measure, decimals: Math.max(decimals, decimalsOf(roundTo(bound, finest))) }
  const difference = formatDifference(shown, roundTo(value, decimals) - bound)
  return {
    figure: formatValueInWords({ ...measure, decimals }, value),
    distance: `${difference} ${value > bound ? 'above' : 'below'}`,
  }
}
