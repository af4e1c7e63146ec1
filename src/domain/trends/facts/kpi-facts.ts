import type { CoarserAnalysis } from '../../analysis/edition-analysis.ts'
import { titleOf } from '../../findings/title-of.ts'
import { writeFigure } from '../../findings/write-finding.ts'
import { lowerFirst } from '../../measures/letter-case.ts'
import { isSnapshot } from '../../measures/measure.ts'
import type { Plan } from '../../plans/plan.ts'
import { judgePosition } from '../../trajectory/judge-position.ts'
import type { PlanPosition } from '../../trajectory/position.ts'
import { latestPresent } from '../points.ts'
import { judgeChange } from './change-verdict.ts'
import type { Fact, Verdict } from './fact.ts'
import { judgeFigure } from './figure-verdict.ts'
import { type FactListInput, listFacts } from './list-facts.ts'
import { describePosition } from './plan-verdict.ts'
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
  /** what is told of its quarters, where its months are withheld in part */
  coarser?: CoarserAnalysis | null | undefined
}

export function stateFacts(input: FactsInput): KpiFacts {
  const { kpi, points, asOf, analysis, subject } = input
  const latest = latestPresent(points)
  const last = points.at(-1)
  const position = judgePosition(input, last)
  return {
    finding: analysis ? titleOf(subject, lowerFirst(analysis.headline)) : figureAlone(input, position),
    verdicts: [
      ...(analysis ? [judgeChange(kpi, analysis, last?.value, input.coarser)] : []),
      ...(input.isWhole
        ? [judgeTarget(kpi, last, asOf, analysis, points), describePosition(kpi, position, last)]
        : []),
      judgeFigure(kpi, last, asOf),
    ],
    facts: listFacts(input, latest, position),
  }
}

/** For a page whose analysis could not be read: the finding as it is of the figures alone. */
function figureAlone({ kpi, subject, points, isRounded }: FactsInput, position: PlanPosition): string {
  const last = points.at(-1)
  return writeFigure({
    name: subject,
    measure: kpi,
    isSnapshot: isSnapshot(kpi.aggregation),
    target: null,
    planGap: position.kind === 'position' ? position.gap : null,
    isProvisional: last?.provisional ?? false,
    isRounded,
    isWithheld: last?.availability === 'suppressed',
    periods: points.map(({ period }) => period),
    values: points.map(({ value }) => value),
    breaks: kpi.breaks,
  })
}
