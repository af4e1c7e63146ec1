import type { SeriesAnalysis } from '../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series } from '../figures/figure.ts'
import { evidence } from '../findings/evidence-words.ts'
import { formatNumber, numberInWords } from '../measures/format.ts'
import { lowerFirst } from '../measures/letter-case.ts'
import { categoryThatMovedMost } from '../scorecard/scorecard.ts'
import { judgeChange } from './facts/change-verdict.ts'
import { meaningInTitle } from './parts/meaning-in-title.ts'
import { changesOfParts } from './parts/title-parts.ts'

export interface CategoryWords {
  finding: string
  paragraphs: string[]
}

/** So many are told in sentences. */
const mostTold = 3

/**
 * What is found of a measure of categories: which of them went which way, as each one's own page has it, or that none
 * did, and how many could not be judged. Never a total.
 *
 * @example 'Enquiries by type of abuse: evidence of real change upwards in Self-neglect and Modern slavery'
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
  const clauses = changesOfParts(
    judged.map((one) => ({
      label: labelOf(one),
      verdict: judgeChange(kpi, one),
      meaning: meaningInTitle(one),
      absence: null,
      flag: null,
    })),
    'categories',
  )
  const moved = categoryThatMovedMost(kpi.breaks, series)
  const told =
    changed.length > 0 ? changed.slice(0, mostTold) : analyses.filter((one) => one.member === moved?.member)
  return {
    finding: `${kpi.name}: ${findingOf(clauses, judged.length)}`,
    paragraphs: [
      ...told.map(({ finding }) => `${finding.replace(/\.$/, '')}.`),
      [judgedInWords(judged.length, analyses.length), casesInWords(moved)].filter(Boolean).join(' '),
    ].filter(Boolean),
  }
}

function findingOf(clauses: readonly string[], judged: number): string {
  if (judged === 0) return 'change cannot be judged in any category'
  return clauses.length === 0
    ? `${lowerFirst(evidence.none.title)} in any category that can be judged`
    : clauses.join('; ')
}

function judgedInWords(judged: number, all: number): string {
  if (all === 0 || judged === all) return ''
  const rest = all - judged
  return `${judged === 0 ? 'None' : numberInWords(judged)} of ${numberInWords(all)} categories can be judged; ${
    rest === 1 ? 'the other has' : 'the others have'
  } too few figures, or figures too small.`.replace(/^./, (letter) => letter.toUpperCase())
}

/** What its definition calls those that a category counts is no noun for all among which they were counted. */
function casesInWords(moved: Series | null | undefined): string {
  const n = moved?.points.findLast(({ value }) => value !== null)?.n
  return n == null ? '' : `The latest period rests on ${formatNumber(n, 0)} in all.`
}
