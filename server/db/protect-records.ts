import { type Action, protectActions } from '../../src/domain/actions/action.ts'
import { type Commentary, protectCommentary } from '../../src/domain/commentary/commentary.ts'
import { mayHoldDimension, protectDefinition } from '../../src/domain/disclosure/protect.ts'
import type { MemberLabel } from '../../src/domain/editions/publication.ts'
import type { KpiDefinition } from '../../src/domain/measures/measure.ts'
import { type Plan, protectPlan } from '../../src/domain/plans/plan.ts'
import type { StoredRecord } from './record-store.ts'

/** The documents that the protected set may hold: the protected plan, and no name of a member of a team. */
export function protectRecords(records: readonly StoredRecord[]): StoredRecord[] {
  const exactPlan = planOf(records)
  const plan = protectPlan(exactPlan)
  const released = new Map<string, unknown>([
    ...plan.workstreams.map((item) => [`workstream ${item.id}`, item] as const),
    ...plan.milestones.map((item) => [`milestone ${item.id}`, item] as const),
    ...plan.trajectories.map((item) => [`trajectory ${item.kpi}`, item] as const),
    ...plan.interventions.map((item) => [`intervention ${item.id}`, item] as const),
    ...plan.risks.map((item) => [`risk ${item.id}`, item] as const),
  ])
  return records.flatMap((record) => {
    switch (record.kind) {
      case 'kpi':
        return [{ ...record, document: protectDefinition(record.document as KpiDefinition) }]
      case 'member':
        return mayHoldDimension((record.document as MemberLabel).dimension) ? [record] : []
      case 'action':
        return protectActions([record.document as Action], exactPlan.milestones).map((document) => ({
          ...record,
          document,
        }))
      case 'commentary':
        return protectCommentary([record.document as Commentary]).map((document) => ({ ...record, document }))
      case 'holdings':
        // each set describes what it holds itself
        return []
      default: {
        const document = released.get(`${record.kind} ${record.id}`)
        return document ? [{ ...record, document }] : []
      }
    }
  })
}

/** The plan that some documents make up, each kind in its order. */
export function planOf(records: readonly StoredRecord[]): Plan {
  const documents = <Kind extends keyof PlanDocuments>(kind: Kind) =>
    records.filter((record) => record.kind === kind).map((record) => record.document as PlanDocuments[Kind])
  return {
    workstreams: documents('workstream'),
    milestones: documents('milestone'),
    trajectories: documents('trajectory'),
    interventions: documents('intervention'),
    risks: documents('risk'),
  }
}

interface PlanDocuments {
  workstream: Plan['workstreams'][number]
  milestone: Plan['milestones'][number]
  trajectory: Plan['trajectories'][number]
  intervention: Plan['interventions'][number]
  risk: Plan['risks'][number]
}
