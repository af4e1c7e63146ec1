import { formatDifference, formatValueInWords } from '../measures/format.ts'
import { formatDate, formatPeriod } from '../periods/labels.ts'
import type { WordedMeasure } from './figure-words.ts'
import type { ParagraphContext, ReachedTarget } from './paragraph-context.ts'

/**
 * When the target will be reached, as an answer to that question, and never as a promise.
 * @example 'On the current trend the target of 150 is as likely as not to be met by Mar 2026. It could be Jan 2026 at
 * the earliest, or Jul 2026 at the latest.'
 */
export function reachInWords(measure: WordedMeasure, target: number, reach: ReachedTarget): string[] {
  const shown = formatValueInWords(measure, target)
  switch (reach.kind) {
    case 'met':
      return [`The latest figure meets the target of ${shown}.`]
    case 'reaches':
      return [
        `If things go on as now, the target of ${shown} is as likely as not to be met by ${formatPeriod(reach.median)}.`,
        spreadInWords(reach),
      ]
    case 'not-on-current-trend':
      return [`If things go on as now, the target of ${shown} will not be met in the next 18 months.`]
    case 'too-few-points':
      return [`There are too few figures to say when the target of ${shown} will be met.`]
    case 'no-question':
      return []
  }
}

function spreadInWords({ earliest, median, latest }: Extract<ReachedTarget, { kind: 'reaches' }>): string {
  if (earliest === latest) return 'There is little doubt about that month.'
  const soon = earliest === median ? '' : `It could be as soon as ${formatPeriod(earliest)}`
  const late = latest === null ? 'more than 18 months away' : `as late as ${formatPeriod(latest)}`
  return soon === '' ? `It could be ${late}.` : `${soon}, or ${late}.`
}

/**
 * What meeting the target by its date would take each month, beside what was ever kept up for half a year.
 * @example 'To meet it by 31 Mar 2026, the figure must fall by 26 a month. The most kept up over six months is 12 a
 * month; half of such spans did 4 or less.'
 */
export function requiredInWords(
  measure: WordedMeasure,
  target: number,
  { required, targetDate, improvement }: ParagraphContext,
): string[] {
  if (!required || targetDate === null || improvement === 'neutral' || required.needed <= 0) return []
  const a = (change: number) => rateInWords(measure, change)
  const way = improvement === 'increase' ? 'go up' : 'come down'
  const needed = `To meet the target of ${formatValueInWords(measure, target)} by ${formatDate(targetDate)}, the figure must ${way} by ${a(required.needed)} a month.`
  const { best, typical } = required
  if (best === null || typical === null) return [needed]
  if (best <= 0) return [needed, 'It has never moved that way over any six months.']
  const usual =
    typical > 0
      ? `a usual six months brought ${a(typical)} a month`
      : 'a usual six months brought no move that way'
  return [needed, `The most kept up over six months is ${a(best)} a month; ${usual}.`]
}

/** One decimal more than the measure where a monthly pace would otherwise show as nothing. */
function rateInWords(measure: WordedMeasure, change: number): string {
  const plain = formatDifference(measure, change)
  if (/[1-9]/.test(plain)) return plain
  const finer = formatDifference({ ...measure, decimals: measure.decimals + 1 }, change)
  return /[1-9]/.test(finer)
    ? finer
    : `less than ${formatDifference({ ...measure, decimals: measure.decimals + 1 }, 10 ** -(measure.decimals + 1))}`
}
