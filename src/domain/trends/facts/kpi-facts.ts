import { differenceInWords, gapInWords, valueWithNoun } from '../../findings/figure-words.ts'
import type { Measured } from '../../measures/format.ts'
import { lowerFirst } from '../../measures/letter-case.ts'
import type { Plan } from '../../plans/plan.ts'
import type { PlanPosition } from '../../trajectory/position.ts'
import { type Change, latestPresent, type TrendPoint } from '../points.ts'
import { judgeChange } from './change-verdict.ts'
import type { Fact, Verdict } from './fact.ts'
import { judgeFigure } from './figure-verdict.ts'
import { type FactListInput, listFacts } from './list-facts.ts'
import { describePosition, judgePosition } from './plan-verdict.ts'
import { judgeTarget } from './target-verdict.ts'

/** Everything that the head of the page states of one series. */
export interface KpiFacts {
  finding: string
  verdicts: Verdict[]
  facts: Fact[]
}

export interface FactsInput extends FactListInput {
  /** 'Waiting for OT assessment', with the part of the borough where it is one */
  subject: string
  plan: Plan
}

export function stateFacts(input: FactsInput): KpiFacts {
  const { kpi, points, asOf, analysis, subject } = input
  const latest = latestPresent(points)
  const last = points.at(-1)
  const position = judgePosition(input, last)
  return {
    finding: analysis ? headlineOf(subject, analysis.headline) : writeFigure(input, latest, position),
    verdicts: [
      ...(analysis ? [judgeChange(kpi, analysis, last?.value)] : []),
      ...(input.isWhole
        ? [judgeTarget(kpi, last, asOf, analysis), describePosition(kpi, position, last)]
        : []),
      judgeFigure(kpi, last, asOf),
    ],
    facts: listFacts(input, latest, position),
  }
}

/**
 * Measure, value, comparison, caveat; for a page whose analysis could not be read.
 * @example 'Waiting for OT assessment: 309 people waiting on 30 Sep 2025 (provisional), 21 fewer than a year before
 * and 77 above plan'
 */
function writeFigure(
  { kpi, subject }: FactsInput,
  latest: (TrendPoint & { value: number }) | null,
  position: PlanPosition,
): string {
  if (!latest) return `${subject}: no figure can be shown`
  const when = /^\d/.test(latest.label) && !/^\d{4}-/.test(latest.label) ? 'on' : 'in'
  const comparisons = [
    comparisonWithYear(kpi, latest.onYear),
    position.kind === 'position' ? gapInWords(kpi, position.gap) : null,
  ].filter((words) => words !== null)
  const caveat = latest.provisional ? ' (provisional)' : ''
  const tail = comparisons.length > 0 ? `, ${comparisons.join(' and ')}` : ''
  return `${subject}: ${valueWithNoun(kpi, latest.value)} ${when} ${latest.label}${caveat}${tail}`
}

function comparisonWithYear(kpi: Measured, change: Change): string | null {
  if (change.kind === 'none') return null
  const words = differenceInWords(kpi, change.difference)
  return words === null ? 'the same as a year before' : `${words} than a year before`
}

/** One colon is enough. @example 'Median wait', 'Getting worse: above its usual range' → 'Median wait: getting worse, above its usual range' */
function headlineOf(subject: string, headline: string): string {
  return `${subject}: ${lowerFirst(headline).replace(': ', ', ')}`
}
