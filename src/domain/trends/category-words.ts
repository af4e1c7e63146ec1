import type { SeriesAnalysis } from '../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series } from '../figures/figure.ts'
import { evidence } from '../findings/evidence-words.ts'
import { formatNumber, numberInWords } from '../measures/format.ts'
import { lowerFirst } from '../measures/letter-case.ts'
import { categoryThatMovedMost } from '../scorecard/scorecard.ts'

export interface CategoryWords {
  finding: string
  paragraphs: string[]
}

/** More names than this in a title are a list. */
const mostNamed = 3

/**
 * What is found of a measure of categories: those whose latest figure stands out from chance, or that none does,
 * and how many could not be judged. Never a total.
 *
 * @example 'Enquiries by type of abuse: evidence of real change in Self-neglect and Modern slavery'
 */
export function wordCategories(
  kpi: DescribedKpi,
  series: readonly Series[],
  analyses: readonly SeriesAnalysis[],
): CategoryWords {
  const labelOf = ({ dimension, member }: SeriesAnalysis) =>
    kpi.dimensions.find(({ id }) => id === dimension)?.members.find(({ id }) => id === member)?.label ??
    member
  const judged = analyses.filter(({ variation }) => variation !== null)
  const changed = judged.filter(({ variation }) => variation !== 'common_cause')
  const moved = categoryThatMovedMost(kpi.breaks, series)
  const told =
    changed.length > 0 ? changed.slice(0, mostNamed) : analyses.filter((one) => one.member === moved?.member)
  return {
    finding: `${kpi.name}: ${findingOf(changed.map(labelOf), judged.length)}`,
    paragraphs: [
      ...told.map(({ finding }) => `${finding.replace(/\.$/, '')}.`),
      [judgedInWords(judged.length, analyses.length), casesInWords(moved)].filter(Boolean).join(' '),
    ].filter(Boolean),
  }
}

function findingOf(changed: readonly string[], judged: number): string {
  if (judged === 0) return 'change cannot be judged in any category'
  if (changed.length === 0) return `${lowerFirst(evidence.none.title)} in any category that can be judged`
  if (changed.length > mostNamed)
    return `${lowerFirst(evidence.neutral.title)} in ${numberInWords(changed.length)} categories`
  return `${lowerFirst(evidence.neutral.title)} in ${joinNames(changed)}`
}

function joinNames(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function judgedInWords(judged: number, all: number): string {
  if (all === 0 || judged === all) return ''
  const rest = all - judged
  return `${judged === 0 ? 'None' : numberInWords(judged)} of ${numberInWords(all)} categories can be judged by limits; ${
    rest === 1 ? 'the other has' : 'the others have'
  } too few figures, or figures too small.`.replace(/^./, (letter) => letter.toUpperCase())
}

function casesInWords(moved: Series | null | undefined): string {
  const n = moved?.points.findLast(({ value }) => value !== null)?.n
  return n == null ? '' : `The latest period rests on ${formatNumber(n, 0)} cases.`
}
