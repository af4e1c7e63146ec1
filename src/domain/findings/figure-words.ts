import {
  decimalsOf,
  formatDifference,
  formatValueInWords,
  type Measured,
  type MeasuredInWords,
} from '../measures/format.ts'
import { formatObservedAt, formatPeriod } from '../periods/labels.ts'
import { frequencyOf } from '../periods/period.ts'

/** A measure whose figures are worded: what it counts is optional, because a bare series has no noun. */
export type WordedMeasure = Measured & Partial<Pick<MeasuredInWords, 'numerator' | 'denominator'>>

/**
 * A figure with what it counts and when, as running text.
 * @example '309 people waiting on 30 Sep 2025'; '1 person waiting on …'; '44% of assessments in Sep 2025'
 */
export function figureAt(measure: WordedMeasure, value: number, period: string, isSnapshot: boolean): string {
  const { noun, when } = nounAndWhen(measure, period, isSnapshot)
  return `${valueWithNoun({ ...measure, numerator: noun }, value)} ${when}`
}

/** 'on 30 Sep 2025', 'in Sep 2025'. */
export function whenInWords(period: string, isSnapshot: boolean): string {
  return `${isSnapshot ? 'on' : 'in'} ${formatObservedAt(period, isSnapshot)}`
}

/** Two nouns say when by themselves: 'adults at month end', 'carers since April'. */
function nounAndWhen({ numerator }: WordedMeasure, period: string, isSnapshot: boolean) {
  const noun = numerator ?? ''
  const isMonth = frequencyOf(period) === 'month'
  if (isMonth && noun.endsWith(' at month end')) {
    return { noun: noun.replace(/ at month end$/, ''), when: `at the end of ${formatPeriod(period)}` }
  }
  if (isMonth && noun.endsWith(' since April')) {
    const when = period.endsWith('-04')
      ? `in ${formatPeriod(period)}`
      : `from April to ${formatPeriod(period)}`
    return { noun: noun.replace(/ since April$/, ''), when }
  }
  return { noun, when: whenInWords(period, isSnapshot) }
}

/**
 * A value with what it counts, for a sentence.
 * @example '309 people waiting'; '1 person waiting'; '42% of assessments started'; '72 days'
 */
export function valueWithNoun(measure: WordedMeasure, value: number): string {
  const shown = formatValueInWords(measure, value)
  const noun = measure.numerator ?? ''
  switch (measure.unit) {
    case 'count':
      return [shown, shown === '1' ? singularOf(noun) : noun].filter((word) => word !== '').join(' ')
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

const irregularNouns: Record<string, string> = {
  people: 'person',
  children: 'child',
  enquiries: 'enquiry',
  inquiries: 'inquiry',
  carers: 'carer',
  adults: 'adult',
  applications: 'application',
  assessments: 'assessment',
  cases: 'case',
  concerns: 'concern',
  milestones: 'milestone',
  outcomes: 'outcome',
  payments: 'payment',
  posts: 'post',
  providers: 'provider',
  reviews: 'review',
  workers: 'worker',
  assistants: 'assistant',
}

/**
 * The first noun that is known, made singular; no noun at all where none is known, which reads as plainly.
 * @example 'people waiting' → 'person waiting'; 'vacant FTE' → ''
 */
function singularOf(noun: string): string {
  const words = noun.split(' ')
  const at = words.findIndex((word) => irregularNouns[word] !== undefined)
  return at < 0 ? '' : words.with(at, irregularNouns[words[at] ?? ''] ?? '').join(' ')
}

/**
 * How one figure differs from another, without any judgement; null where both show the same.
 * @example −96 people → '96 fewer'; 3% → '3 percentage points higher'; −2 days → '2 days shorter'
 */
export function differenceInWords(measure: Measured, difference: number): string | null {
  const size = formatDifference(measure, difference)
  if (!/[1-9]/.test(size)) return null
  const [more, less] = comparatives[measure.unit]
  return `${size} ${difference > 0 ? more : less}`
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

/** A target in running text, as it was set: 97.5 keeps its half, and 10 gets no decimals because the measure has them. */
export function targetValueInWords(measure: Measured, target: number): string {
  return formatValueInWords({ ...measure, decimals: decimalsOf(target) }, target)
}

/** '38 above plan', 'level with plan'. */
export function gapInWords(measure: Measured, gap: number): string {
  const size = formatDifference(measure, gap)
  if (!/[1-9]/.test(size)) return 'level with plan'
  return `${size} ${gap > 0 ? 'above' : 'below'} plan`
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
  const decimals = isCoarse ? [0] : [measure.decimals, measure.decimals + 1]
  const worded = (mean: number, places: number) =>
    isCoarse && mean < roundedTo
      ? `fewer than ${roundedTo}`
      : `about ${formatValueInWords({ ...measure, decimals: places }, mean)}`
  const pairs = decimals.map((places) => ({
    before: worded(before, places),
    after: worded(after, places),
  }))
  return pairs.find((pair) => pair.before !== pair.after) ?? null
}

/** Published counts are rounded to the nearest 5 (domain.md, section 4). */
const roundedTo = 5
