import type { ReachedTarget } from '../forecast/reached-target.ts'
import { formatDate, formatPeriod } from '../periods/labels.ts'
import { targetValueInWords, type WordedMeasure } from './figure-words.ts'

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
