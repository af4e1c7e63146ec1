import { isYearComparable } from '../../figures/comparability.ts'
import { writeFigure } from '../../findings/write-finding.ts'
import { lowerFirst } from '../../measures/letter-case.ts'
import { isSnapshot } from '../../measures/measure.ts'
import type { Plan } from '../../plans/plan.ts'
import type { PlanPosition } from '../../trajectory/position.ts'
import { latestPresent } from '../points.ts'
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
    finding: analysis ? headlineOf(subject, analysis.headline) : findingOfFigures(input, position),
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

/** The finding without what only an analysis can say, for a page whose analysis could not be read. */
function findingOfFigures({ kpi, subject, points }: FactsInput, position: PlanPosition): string {
  const last = points.at(-1)
  return writeFigure({
    name: subject,
    measure: kpi,
    isSnapshot: isSnapshot(kpi.aggregation),
    target: null,
    planGap: position.kind === 'position' ? position.gap : null,
    isProvisional: last?.provisional ?? false,
    isWithheld: last?.availability === 'suppressed',
    isYearComparable: last === undefined || isYearComparable(kpi.breaks, last.period),
    periods: points.map(({ period }) => period),
    values: points.map(({ value }) => value),
  })
}

/** One colon is enough. @example 'Median wait', 'Getting worse: above its usual range' → 'Median wait: getting worse, above its usual range' */
function headlineOf(subject: string, headline: string): string {
  return `${subject}: ${lowerFirst(headline).replace(': ', ', ')}`
}
