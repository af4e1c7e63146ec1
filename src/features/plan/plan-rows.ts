import type { MilestoneImpact } from '../../domain/analysis/edition-analysis.ts'
import type { DescribedKpi } from '../../domain/editions/describe-kpi.ts'
import { chanceInWords, runningInWords } from '../../domain/forecast/chance-words.ts'
import { capital } from '../../domain/measures/letter-case.ts'
import type { Theme } from '../../domain/measures/measure.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import type { ImpactState } from '../../domain/plans/impact-states.ts'
import { impactInWords } from '../../domain/plans/impact-words.ts'
import { type DeliveryStatus, deliveryWords, judgeMilestone } from '../../domain/plans/judge-milestone.ts'
import type { Brag, Milestone, Plan } from '../../domain/plans/plan.ts'
import { describeSlip } from '../../domain/plans/slip-words.ts'
import { groupOfState } from './impact-groups.ts'
import type { ImpactGroup } from './plan-search.ts'

/** One milestone as the table, the timeline and the file show it. */
export interface PlanRow {
  id: string
  title: string
  owner: string
  workstream: { id: string; name: string; board: string | null }
  kpi: { id: string; name: string } | null
  theme: Theme | null
  delivery: DeliveryStatus
  /** 'Off track' */
  word: string
  brag: Brag
  /** why it has this status */
  rule: string
  slip: string
  slipWorkingDays: number
  baselineDue: string
  /** completed on, or now due */
  current: string
  isComplete: boolean
  isOverdue: boolean
  /** where its slip ends on the timeline: past its date while it is overdue */
  slipEnd: string
  /** 'Promised 30 Jun 2025, now due 28 Nov 2025' */
  dates: string
  /** where another status was reported than the one shown */
  differs: string | null
  moves: readonly { on: string; dates: string; reason: string; approver: string }[]
  /** officers' own: risk, evidence, confidence; empty in the protected set */
  notes: readonly { term: string; text: string }[]
  impact: RowImpact | null
}

export interface RowImpact {
  state: ImpactState
  group: ImpactGroup
  /** 'Done, no effect yet' */
  word: string
  sentence: string
  /** what was promised of the measure */
  promise: string | null
  /** where it stands */
  standing: string
  /** the date set for its measure has passed without it */
  isDateMissed: boolean
  chance: number | null
  chanceText: string | null
}

export interface PlanRowsInput {
  plan: Pick<Plan, 'workstreams' | 'milestones' | 'risks'>
  /** null where they are not known: delivery then stands alone */
  impacts: readonly MilestoneImpact[] | null
  kpis: readonly DescribedKpi[]
  asOf: string
}

/** Every milestone as of a day, in the order of the plan. */
export function buildPlanRows({ plan, impacts, kpis, asOf }: PlanRowsInput): PlanRow[] {
  const workstreams = new Map(plan.workstreams.map((workstream) => [workstream.id, workstream]))
  const described = new Map(kpis.map((kpi) => [kpi.id, kpi]))
  const judged = new Map(impacts?.map((impact) => [impact.milestone, impact]))
  const risks = new Map(plan.risks.map((risk) => [risk.id, risk.title]))
  return plan.milestones.map((milestone) => {
    const workstream = workstreams.get(milestone.workstream)
    const kpi = milestone.kpi === null ? undefined : described.get(milestone.kpi)
    const impact = judged.get(milestone.id)
    return {
      id: milestone.id,
      title: milestone.title,
      owner: milestone.ownerRole,
      workstream: {
        id: milestone.workstream,
        name: workstream?.name ?? milestone.workstream,
        board: workstream?.board ?? null,
      },
      kpi: kpi ? { id: kpi.id, name: kpi.name } : null,
      theme: kpi?.theme ?? null,
      ...describeDelivery(milestone, asOf),
      notes: describeNotes(milestone, risks),
      impact: impact ? describeImpact(impact, kpi?.frequency ?? 'month') : null,
    }
  })
}

function describeDelivery(milestone: Milestone, asOf: string) {
  const judged = judgeMilestone(milestone, asOf)
  const isComplete = judged.delivery === 'complete'
  const current = isComplete ? (milestone.completed ?? milestone.currentDue) : milestone.currentDue
  return {
    delivery: judged.delivery,
    word: capital(deliveryWords[judged.delivery]),
    brag: judged.brag,
    rule: judged.rule,
    slip: describeSlip(judged.slipWorkingDays, milestone.baselineDue, isComplete ? current : null),
    slipWorkingDays: judged.slipWorkingDays,
    baselineDue: milestone.baselineDue,
    current,
    isComplete,
    isOverdue: judged.isOverdue,
    slipEnd: judged.isOverdue ? asOf : current,
    dates: describeDates(milestone.baselineDue, current, isComplete, judged.isOverdue),
    differs: judged.reportedDiffers
      ? `Reported as ${judged.reportedDiffers}; by the rules it is ${judged.brag}.`
      : null,
    // a move that was agreed after the edition's day is not yet known on it
    moves: milestone.moves
      .filter(({ movedOn }) => movedOn <= asOf)
      .map(({ from, to, reason, approver, movedOn }) => ({
        on: formatDate(movedOn),
        dates: `${formatDate(from)} to ${formatDate(to)}`,
        reason,
        approver,
      })),
  }
}

function describeDates(baseline: string, current: string, isComplete: boolean, isOverdue: boolean): string {
  const promised = `Promised ${formatDate(baseline)}`
  if (isComplete)
    return baseline === current ? `${promised}, and done` : `${promised}, done ${formatDate(current)}`
  if (isOverdue)
    return baseline === current ? `${promised}, overdue` : `${promised}, overdue since ${formatDate(current)}`
  return baseline === current ? promised : `${promised}, now due ${formatDate(current)}`
}

function describeNotes(
  { risk, evidence, confidence }: Milestone,
  risks: ReadonlyMap<string, string>,
): { term: string; text: string }[] {
  return [
    ...(risk ? [{ term: 'Risk', text: [risk, risks.get(risk)].filter(Boolean).join(' ') }] : []),
    ...(evidence ? [{ term: 'Evidence', text: evidence }] : []),
    ...(confidence ? [{ term: 'Confidence', text: confidence }] : []),
  ]
}

function describeImpact(impact: MilestoneImpact, frequency: DescribedKpi['frequency']): RowImpact {
  const { state, success, sentence, promise, successSentence, chanceByDate } = impact
  return {
    state,
    group: groupOfState[state],
    word: capital(impactInWords({ state, success, chance: chanceByDate }).short),
    sentence,
    promise,
    standing: successSentence,
    isDateMissed: impact.isDateMissed === true,
    chance: chanceByDate,
    chanceText: chanceByDate === null ? null : describeChance(chanceByDate, impact.sustain, frequency),
  }
}

/**
 * 'about 1 in 5 (20%) for 3 months running'; an analysis that was stored before spoke of the month of the date alone
 */
function describeChance(
  chance: number,
  sustain: MilestoneImpact['sustain'],
  frequency: DescribedKpi['frequency'],
): string {
  const shown = chanceInWords(chance).toLowerCase()
  return `${shown} ${sustain == null ? `in that very ${frequency}` : runningInWords(sustain, frequency)}`
}
