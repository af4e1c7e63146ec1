import { formatNumber, numberInWords } from '../measures/format.ts'
import { capital } from '../measures/letter-case.ts'
import { formatObservedAt, formatPeriod } from '../periods/labels.ts'
import { isPresent } from '../spc/observation.ts'
import type { Caveats } from './paragraph-context.ts'
import type { FindingSubject } from './write-finding.ts'

/**
 * What to bear in mind: a figure that may change or is overdue, gaps, breaks in the definition, rounding.
 * @example 'The figure for Sep 2025 may still change. Two of 36 figures are missing.'
 */
export function caveatSentences(subject: FindingSubject, caveats: Caveats): string[] {
  return [
    ...provisionalSentence(subject),
    ...(caveats.isOverdue ? ['A newer figure is overdue.'] : []),
    ...gapSentence(subject, caveats),
    ...caveats.breaks.map(
      ({ date, title }) =>
        `The definition changed in ${formatPeriod(date.slice(0, 7))} (${title}), so figures before and after do not compare.`,
    ),
    ...(caveats.isRounded ? ['Worked out from rounded figures.'] : []),
  ]
}

function provisionalSentence({ isProvisional, periods, values, isSnapshot }: FindingSubject): string[] {
  const latest = periods.at(-1)
  if (!isProvisional || latest === undefined || !isPresent(values.at(-1))) return []
  return [`The figure for ${formatObservedAt(latest, isSnapshot)} may still change.`]
}

/** The protected set holds no figure where one was withheld, as it holds none where none was received. */
function gapSentence({ values }: FindingSubject, { isRounded }: Caveats): string[] {
  const gaps = values.filter((value) => !isPresent(value)).length
  if (gaps === 0) return []
  const [verb, state] = [gaps === 1 ? 'is' : 'are', isRounded ? 'missing or withheld' : 'missing']
  const count = numberInWords(gaps)
  return [`${capital(count)} of ${formatNumber(values.length, 0)} figures ${verb} ${state}.`]
}
