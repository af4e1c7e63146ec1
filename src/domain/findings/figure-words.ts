import { proposedPolicy } from '../disclosure/policy.ts'
import { nounAfter, nounOfMany } from '../measures/count-nouns.ts'
import {
  decimalsOf,
  formatValueInWords,
  type Measured,
  type MeasuredInWords,
  workedOut,
} from '../measures/format.ts'
import { formatPeriod, whenInWords } from '../periods/labels.ts'
import { frequencyOf } from '../periods/period.ts'
import { threeDigits } from './tell-apart.ts'

/** A measure whose figures are worded: what it counts is optional, because a bare series has no noun. */
export type WordedMeasure = Measured &
  Partial<Pick<MeasuredInWords, 'numerator' | 'denominator' | 'one' | 'many'>>

/**
 * A figure with what it counts and when, as running text.
 * @example '309 people waiting on 30 Sep 2025'; '1 person waiting on …'; '44% of assessments in Sep 2025'
 */
export function figureAt(measure: WordedMeasure, value: number, period: string, isSnapshot: boolean): string {
  const said = valueWithNoun(measure, value)
  const own = frequencyOf(period) === 'month' ? whenOfNoun(measure, period) : null
  return own ? `${said.replace(own.ending, '')} ${own.when}` : `${said} ${whenInWords(period, isSnapshot)}`
}

/** Two nouns say when by themselves: 'adults at month end', 'carers since April'. */
function whenOfNoun(measure: WordedMeasure, period: string): { ending: RegExp; when: string } | null {
  const noun = nounOfMany(measure) ?? ''
  const month = formatPeriod(period)
  if (noun.endsWith(' at month end')) return { ending: / at month end$/, when: `at the end of ${month}` }
  if (!noun.endsWith(' since April')) return null
  return {
    ending: / since April$/,
    when: period.endsWith('-04') ? `in ${month}` : `from April to ${month}`,
  }
}

/**
 * A value with what it counts, for a sentence.
 * @example '309 people waiting'; '1 person waiting'; '42% of assessments started'; '72 days'
 */
export function valueWithNoun(measure: WordedMeasure, value: number): string {
  const shown = formatValueInWords(measure, value)
  switch (measure.unit) {
    case 'count':
      return [shown, nounAfter(shown, measure)].filter((word) => word !== '').join(' ')
    case 'percent':
      return measure.denominator ? `${shown} of ${measure.denominator}` : shown
    case 'ratio':
      return measure.numerator && measure.denominator
        ? `${shown} ${measure.numerator} per ${measure.denominator}`
        : shown
    case 'days':
    case 'working-days':
    case 'rate':
    case 'pounds':
      return shown
  }
}

/** A target in running text, as it was set: 97.5 keeps its half, and 10 gets no decimals because the measure has them. */
export function targetValueInWords(measure: Measured, target: number): string {
  return formatValueInWords({ ...measure, decimals: decimalsOf(target) }, target)
}

/**
 * Two means beside each other, in running text: 'about', because a mean is no figure that anyone counted, and one
 * decimal more than the measure has only where they would look the same without it. Rounded counts are no finer
 * than whole numbers, and under their rounding say no more than that. Null where words cannot tell them apart.
 *
 * @example 2.4 and 6.1 of a count → 'about 2' and 'about 6'; 2.1 and 2.4 → 'about 2.1' and 'about 2.4'
 */
export function pairOfMeans(
  measure: Measured,
  before: number,
  after: number,
  isRounded: boolean,
): { before: string; after: string } | null {
  const isCoarse = isRounded && measure.unit === 'count'
  const plain = (mean: number) => mean
  const ways = isCoarse
    ? [{ places: 0, of: threeDigits }]
    : [
        { places: measure.decimals, of: threeDigits },
        { places: measure.decimals, of: plain },
        { places: measure.decimals + 1, of: plain },
      ]
  const worded = (mean: number, places: number) =>
    isCoarse && mean < proposedPolicy.roundTo
      ? `fewer than ${proposedPolicy.roundTo}`
      : `about ${formatValueInWords({ ...workedOut(measure), decimals: places }, mean)}`
  const pairs = ways.map(({ places, of }) => ({
    before: worded(of(before), places),
    after: worded(of(after), places),
  }))
  return pairs.find((pair) => pair.before !== pair.after) ?? null
}
