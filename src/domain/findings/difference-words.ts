import type { Change } from '../figures/change.ts'
import {
  countOf,
  formatChange,
  formatChangeInWords,
  formatDifference,
  isLevel,
  type Measured,
  type MeasuredInWords,
} from '../measures/format.ts'

/**
 * The one author of how a figure differs: from another figure, from a year before, from plan and target. It judges
 * nothing; what is level is decided in one place (isLevel).
 */

/**
 * How one figure differs from another; null where both are level.
 * @example −96 people → '96 fewer'; 3% → '3 percentage points higher'; −2 days → '2 days shorter'
 */
export function differenceInWords(measure: Measured, difference: number): string | null {
  if (isLevel(measure, difference)) return null
  const [more, less] = comparatives[measure.unit]
  return `${formatDifference(measure, difference)} ${difference > 0 ? more : less}`
}

const comparatives: Record<Measured['unit'], readonly [string, string]> = {
  count: ['more', 'fewer'],
  days: ['longer', 'shorter'],
  'working-days': ['longer', 'shorter'],
  percent: ['higher', 'lower'],
  rate: ['higher', 'lower'],
  ratio: ['higher', 'lower'],
  pounds: ['higher', 'lower'],
}

/** '38 above plan', 'level with plan'. */
export function gapInWords(measure: Measured, gap: number): string {
  return isLevel(measure, gap) ? 'level with plan' : `${sideInWords(measure, gap)} plan`
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

/** '21 fewer than a year before', 'the same as a year before'; null where there is nothing to compare with. */
export function yearInWords(measure: Measured, change: Change): string | null {
  if (change.kind === 'none') return null
  const words = differenceInWords(measure, change.by)
  return words === null ? 'the same as a year before' : `${words} than a year before`
}

/** The same; where there is no comparison, why not. */
export function yearOrWhyNot(measure: Measured, change: Change): string {
  if (change.kind === 'change') return yearInWords(measure, change) ?? ''
  switch (change.reason) {
    case 'not-comparable':
      return 'not comparable with a year before'
    case 'no-figure':
      return 'no figure a year before to compare with'
  }
}

/** A change as it stands in a table: '+6', '−3.5 pts', '[b]' over a change of definition, '[x]' without a figure. */
export function changeCell(measure: Measured, change: Change): string {
  if (change.kind === 'change') return formatChange(measure, change.by)
  return change.reason === 'not-comparable' ? '[b]' : '[x]'
}

/** The same as it is said aloud: 'up 6 people waiting', 'no change', 'not available'. */
export function changeSaid(measure: MeasuredInWords, change: Change): string {
  if (change.kind === 'change') return formatChangeInWords(measure, change.by)
  return change.reason === 'not-comparable' ? 'not comparable: the definition changed' : 'not available'
}
