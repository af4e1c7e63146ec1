import type { ReachedTarget } from '../forecast/reached-target.ts'
import { formatDate, formatPeriod } from '../periods/labels.ts'
import type { Frequency } from '../periods/period.ts'
import { sizeInWords } from './difference-words.ts'
import { targetValueInWords, type WordedMeasure } from './figure-words.ts'
import type { ParagraphContext } from './paragraph-context.ts'

/**
 * When the target will be met, as an answer to that question, and never as a promise. 'It' where the sentence before
 * has named the target.
 *
 * @example 'If things go on as now, the target of 150 is as likely as not to be met by Mar 2026. It could be Jan 2026
 * at the earliest, or Jul 2026 at the latest.'
 */
export function reachInWords(
  measure: WordedMeasure,
  target: number,
  reach: ReachedTarget,
  isTargetNamed: boolean,
): string[] {
  const goal = isTargetNamed ? 'it' : `the target of ${targetValueInWords(measure, target)}`
  switch (reach.kind) {
    case 'met':
      return [`The latest figure meets ${goal}.`]
    case 'reaches':
      return [
        `If things go on as now, ${goal} is as likely as not to be met by ${formatPeriod(reach.median)}.`,
        ...spreadInWords(reach),
      ]
    case 'not-on-current-trend':
      return [`If things go on as now, ${goal} is not likely to be met within 18 months.`]
    case 'too-few-points':
      return [`There are too few figures to say when ${goal} will be met.`]
    case 'no-question':
      return []
  }
}

function spreadInWords({ earliest, median, latest }: Extract<ReachedTarget, { kind: 'reaches' }>): string[] {
  const soon = earliest === median ? null : `as soon as ${formatPeriod(earliest)}`
  const late =
    latest === null
      ? 'more than 18 months away'
      : latest === median
        ? null
        : `as late as ${formatPeriod(latest)}`
  const ends = [soon, late].filter((words) => words !== null)
  return ends.length === 0 ? [] : [`It could be ${ends.join(', or ')}.`]
}

/**
 * The chance of meeting the target by its date. A forecast is not so sure of itself as to tell 37% from 40%, or to
 * call anything certain.
 */
export function chanceInWords(measure: WordedMeasure, target: number, chance: number, date: string): string {
  const tenths = Math.min(9, Math.max(1, Math.round(chance * 10)))
  const odds =
    chance < 0.05 ? 'less than 1 in 20' : chance > 0.95 ? 'more than 19 in 20' : `about ${tenths} in 10`
  return `The chance of meeting the target of ${targetValueInWords(measure, target)} by ${formatDate(date)} is ${odds}.`
}

/**
 * What meeting the target by its date would take each period, beside what was ever kept up over six.
 * @example 'To meet the target of 150 by 31 Mar 2026, the figure must come down by 26 a month. The most kept up over
 * six months is 12 a month; a usual six months brought 4.'
 */
export function requiredInWords(
  measure: WordedMeasure,
  target: number,
  frequency: Frequency,
  { required, targetDate, improvement, chanceByDate }: ParagraphContext,
): string[] {
  if (!required || targetDate === null || improvement === 'neutral' || required.needed <= 0) return []
  const shown = targetValueInWords(measure, target)
  const way = improvement === 'increase' ? 'go up' : 'come down'
  // the chance, told just before, has named target and date
  const goal =
    chanceByDate === null ? `To meet the target of ${shown} by ${formatDate(targetDate)}` : 'To meet it'
  const needed = `${goal}, the figure must ${way} by ${paceInWords(measure, required.needed)} a ${frequency}.`
  const { best, typical } = required
  if (best === null || typical === null) return [needed]
  if (best <= 0) return [needed, `It has never moved that way over any six ${frequency}s.`]
  const usual =
    typical > 0
      ? `a usual six ${frequency}s brought ${paceInWords(measure, typical)}`
      : `a usual six ${frequency}s brought no move that way`
  return [
    needed,
    `The most kept up over six ${frequency}s is ${paceInWords(measure, best)} a ${frequency}; ${usual}.`,
  ]
}

/** One decimal more than the measure has where a pace is less than the smallest step that it shows. */
function paceInWords(measure: WordedMeasure, pace: number): string {
  const shown = { ...measure, decimals: decimalsOfPace(measure, pace) }
  return sizeInWords(shown, pace)
}

/** A change of half a person is not none: what would be shown as less than one gets one more decimal. */
export function decimalsOfPace({ decimals }: Pick<WordedMeasure, 'decimals'>, pace: number): number {
  return Math.abs(pace) < 10 ** -decimals ? decimals + 1 : decimals
}
