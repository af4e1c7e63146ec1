import { monthsInWords, sideInWords } from '../../domain/findings/difference-words.ts'
import type { HeldAgainst } from '../../domain/measures/decimals-beside.ts'
import type { ScorecardRow } from '../../domain/scorecard/scorecard.ts'
import { contradictsGap } from '../../domain/trajectory/position.ts'
import type { Standing } from './overview-search.ts'

export interface PlanModel {
  standing: Standing
  /** whether there is a plan to judge it by, known or not */
  isPlanned: boolean
  text: string
  sub: string | null
  gap: number | null
}

/** Of a plan that has ended, or not begun: "no plan" would deny it beside the chart that draws it. */
const noPlanNow = 'No plan for this period'

const unknownReasons = {
  overdue: 'figure overdue',
  suppressed: 'figure withheld',
  missing: 'figure missing',
  rounded: 'hidden by rounding',
} as const

/** An input has no direction to be judged by, and a plan that does not reach this period says nothing of it. */
function isPlanned({ plan, direction }: ScorecardRow): boolean {
  if (direction === 'neutral' || plan.kind === 'no-plan') return false
  return plan.kind === 'position' || plan.reason !== 'not-planned'
}

export function describePlan(row: ScorecardRow & HeldAgainst, overdue: boolean): PlanModel {
  return { ...placeOnPlan(row, overdue), isPlanned: isPlanned(row) }
}

function placeOnPlan(row: ScorecardRow & HeldAgainst, overdue: boolean): Omit<PlanModel, 'isPlanned'> {
  const { plan } = row
  // what is overdue counts as unknown wherever measures are counted, plan or no plan
  if (overdue) return { standing: 'unknown', text: 'Unknown', sub: unknownReasons.overdue, gap: null }
  switch (plan.kind) {
    case 'no-plan':
      return { standing: 'no-plan', text: 'No plan', sub: null, gap: null }
    case 'unknown':
      return plan.reason === 'not-planned'
        ? { standing: 'no-plan', text: noPlanNow, sub: null, gap: null }
        : { standing: 'unknown', text: 'Unknown', sub: unknownReasons[plan.reason], gap: null }
    case 'position':
      return {
        standing: row.direction === 'neutral' ? 'no-plan' : plan.standing === 'worse' ? 'behind' : 'on-plan',
        text: describeGap(row, plan),
        sub: row.direction === 'neutral' ? 'an input, not judged' : describeMonths(plan),
        gap: plan.gap,
      }
  }
}

type Position = Extract<ScorecardRow['plan'], { kind: 'position' }>

function describeGap(row: ScorecardRow & HeldAgainst, { gap, planned }: Position): string {
  return sideInWords(row, gap, planned)?.replace('percentage point', 'pt') ?? 'Level with plan'
}

function describeMonths({ standing, monthsAhead }: Position): string | null {
  if (standing === 'level') return 'on trajectory'
  // no months, or none that say as the gap does
  if (monthsAhead === 0 || contradictsGap({ standing, monthsAhead }))
    return standing === 'better' ? 'better than planned' : 'worse than planned'
  if (monthsAhead === null) return standing === 'better' ? 'better than planned' : 'worse than plan start'
  return monthsInWords(monthsAhead)
}
