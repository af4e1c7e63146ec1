import type { Change } from '../figures/change.ts'
import { apart, besidePlan } from '../measures/apart.ts'
import {
  countOf,
  formatChange,
  formatChangeInWords,
  formatDifference,
  type Measured,
  type MeasuredInWords,
} from '../measures/format.ts'

/**
 * The one author of how far a figure is from its plan, and of a change in a cell; of a difference in a sentence:
 * comparison-words.ts, apart because the first page has no need of it. Neither judges, and how far two figures lie
 * apart as they are written is decided in one place (apart.ts).
 */

/** '38 above plan', 'level with plan'. */
export function gapInWords(measure: Measured, gap: number, planned: number): string {
  const side = sideInWords(measure, gap, planned)
  return side ? `${side} plan` : 'level with plan'
}

/**
 * '38 above', '2 days below'; null of a figure that is written as its plan is.
 * @example of whole percents 75.5 and 74 planned → '1.5 percentage points above'
 */
export function sideInWords(measure: Measured, gap: number, planned: number): string | null {
  const { by, measure: shown } = besidePlan(measure, gap, planned)
  return by === 0 ? null : `${formatDifference(shown, by)} ${by > 0 ? 'above' : 'below'}`
}

/** How far along the plan a figure is. @example −5 → '5 months behind'; 1 → '1 month ahead' */
export function monthsInWords(monthsAhead: number): string {
  return `${countOf(Math.abs(monthsAhead), 'month')} ${monthsAhead > 0 ? 'ahead' : 'behind'}`
}

/** A change as it stands in a table: '+6', '−3.5 pts', '[b]' over a change of definition, '[x]' without a figure. */
export function changeCell(measure: Measured, change: Change): string {
  if (change.kind === 'change') {
    const { by, measure: shown } = apart(measure, change.by, change.was)
    return formatChange(shown, by)
  }
  return change.reason === 'not-comparable' ? '[b]' : '[x]'
}

/** The same as it is said aloud: 'up 6 people waiting', 'level', 'not available'. */
export function changeSaid(measure: MeasuredInWords, change: Change): string {
  if (change.kind === 'change') {
    const { by, measure: shown } = apart(measure, change.by, change.was)
    return formatChangeInWords(shown, by)
  }
  return change.reason === 'not-comparable' ? 'not comparable: the definition changed' : 'not available'
}
