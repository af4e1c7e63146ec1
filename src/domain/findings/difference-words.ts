import type { Change } from '../figures/change.ts'
import {
  countOf,
  formatChange,
  formatChangeInWords,
  formatDifference,
  formatValue,
  isLevel,
  type Measured,
  type MeasuredInWords,
  workedOut,
} from '../measures/format.ts'
import { decimalsOfPace } from './tell-apart.ts'

/**
 * The one author of how far a figure is from plan and target, and of a change in a cell; of a difference in a
 * sentence: comparison-words.ts, apart because the first page has no need of it. Neither judges, and what is level
 * is decided in one place (isLevel).
 */

/** '38 above plan', 'level with plan'. */
export function gapInWords(measure: Measured, gap: number, planned: number): string {
  return isLevelWithPlan(measure, gap, planned) ? 'level with plan' : `${sideInWords(measure, gap)} plan`
}

/** No figure is level with a plan beside which it is shown as another: 87.8%, of which 87.4% was planned. */
export function isLevelWithPlan(measure: Measured, gap: number, planned: number): boolean {
  return (
    isLevel(measure, gap) && formatValue(measure, planned + gap) === formatValue(workedOut(measure), planned)
  )
}

/** How far along the plan a figure is. @example −5 → '5 months behind'; 1 → '1 month ahead' */
export function monthsInWords(monthsAhead: number): string {
  return `${countOf(Math.abs(monthsAhead), 'month')} ${monthsAhead > 0 ? 'ahead' : 'behind'}`
}

/** '38 above', '2 days below'; what is there but would be shown as nought: 'less than 1 above'. */
export function sideInWords(measure: Measured, difference: number): string {
  return `${sizeInWords(measure, difference)} ${difference > 0 ? 'above' : 'below'}`
}

/** The size of a difference that is not nought, even where it is smaller than the smallest step shown. */
export function sizeInWords(measure: Measured, difference: number): string {
  return isLevel(measure, difference)
    ? `less than ${formatDifference(measure, 10 ** -measure.decimals)}`
    : formatDifference(measure, difference)
}

/** What comes in each period, with a decimal more where it would be shown as less than one. */
export function paceSizeInWords(measure: Measured, pace: number): string {
  return sizeInWords({ ...measure, decimals: decimalsOfPace(measure, pace) }, pace)
}

/** A change as it stands in a table: '+6', '−3.5 pts', '[b]' over a change of definition, '[x]' without a figure. */
export function changeCell(measure: Measured, change: Change): string {
  if (change.kind === 'change') return formatChange(measure, change.by)
  return change.reason === 'not-comparable' ? '[b]' : '[x]'
}

/** The same as it is said aloud: 'up 6 people waiting', 'level', 'not available'. */
export function changeSaid(measure: MeasuredInWords, change: Change): string {
  if (change.kind === 'change') return formatChangeInWords(measure, change.by)
  return change.reason === 'not-comparable' ? 'not comparable: the definition changed' : 'not available'
}
