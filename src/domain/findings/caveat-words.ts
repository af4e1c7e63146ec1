import { proposedPolicy } from '../disclosure/policy.ts'
import { formatNumber, isOrAre, numberInWords } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import { formatObservedAt, formatPeriod } from '../periods/labels.ts'
import { isPresent } from '../spc/observation.ts'
import type { FindingState } from './finding-state.ts'
import type { Caveats } from './paragraph-context.ts'
import type { FindingSubject } from './write-finding.ts'

/**
 * What to bear in mind: a figure that may change or is overdue, gaps, breaks in the definition, rounding.
 * @example 'The figure for Sep 2025 may still change. Two of 36 figures are missing.'
 */
export function caveatSentences(subject: FindingSubject, state: FindingState, caveats: Caveats): string[] {
  return [
    ...provisionalSentence(subject),
    ...(caveats.isOverdue && !isToldOverdue(state) ? ['A newer figure is overdue.'] : []),
    ...gapSentence(subject),
    ...caveats.breaks.map(
      ({ date, title }) =>
        `The definition changed in ${formatPeriod(date.slice(0, 7))} (${title}), so figures before and after do not compare.`,
    ),
    ...(caveats.isRounded && isJudged(subject, state) ? [roundingSentence(subject)] : []),
  ]
}

/** Why change is not judged stands under the figure already. */
function isToldOverdue({ change }: FindingState): boolean {
  return change.kind === 'not-judged' && change.because === 'overdue'
}

/** Change is judged, or there is a latest figure to set beside a target. */
function isJudged({ values, target }: FindingSubject, { change }: FindingState): boolean {
  const isOfChange = change.kind !== 'not-judged' && change.kind !== 'latest-missing'
  return isPresent(values.at(-1)) && (isOfChange || target !== null)
}

/**
 * What figures are rounded to, and not that they are: a source may have published multiples of five already, and
 * nobody may be told whether it has.
 */
function roundingSentence({ measure }: FindingSubject): string {
  const opening = 'Judged by the figures received; those shown are'
  switch (measure.unit) {
    case 'count':
      return `${opening} to the nearest ${numberInWords(proposedPolicy.roundTo)}.`
    case 'percent':
      return `${opening} whole percentages.`
    default:
      return `${opening} rounded.`
  }
}

function provisionalSentence({ isProvisional, periods, values, isSnapshot }: FindingSubject): string[] {
  const latest = periods.at(-1)
  if (!isProvisional || latest === undefined || !isPresent(values.at(-1))) return []
  return [`The figure for ${formatObservedAt(latest, isSnapshot)} may still change.`]
}

/** What is held and may not be shown is never said to be missing. @example 'Two of 36 figures are missing and one is withheld.' */
function gapSentence({ values, withheld = 0 }: FindingSubject): string[] {
  const absent = values.filter((value) => !isPresent(value)).length
  const parts = [
    { count: absent - withheld, state: 'missing' },
    { count: withheld, state: 'withheld' },
  ].filter(({ count }) => count > 0)
  const [first, second] = parts
  if (!first) return []
  if (first.count === values.length)
    return [`${allFigures(first.count)} ${isOrAre(first.count)} ${first.state}.`]
  const rest = second ? ` and ${numberInWords(second.count)} ${isOrAre(second.count)} ${second.state}` : ''
  return [
    `${capital(numberInWords(first.count))} of ${formatNumber(values.length, 0)} figures ${isOrAre(first.count)} ${first.state}${rest}.`,
  ]
}

function allFigures(count: number): string {
  if (count === 1) return 'The one figure'
  return count === 2 ? 'Both figures' : `All ${formatNumber(count, 0)} figures`
}
