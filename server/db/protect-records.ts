import { protectActions } from '../../src/domain/actions/action.ts'
import { protectCommentary } from '../../src/domain/commentary/commentary.ts'
import { mayHoldDimension, protectDefinition } from '../../src/domain/disclosure/protect.ts'
import { type Plan, protectPlan } from '../../src/domain/plans/plan.ts'
import type { StoredRecord } from './schema/versioned.ts'

/** The documents that the protected set may hold: the protected plan, and no name of a member of a team. */
export function protectRecords(records: readonly StoredRecord[]): StoredRecord[] {
  const exactPlan = planOf(records)
  const plan = protectPlan(exactPlan)
  return records.flatMap((record): StoredRecord | StoredRecord[] => {
    switch (record.kind) {
      case 'kpi':
        return { ...record, document: protectDefinition(record.document) }
      case 'member':
        return mayHoldDimension(record.document.dimension) ? record : []
      case 'action':
        return protectActions([record.document], exactPlan.milestones).map((document) => ({
          ...record,
          document,
        }))
      case 'commentary':
        return protectCommentary([record.document]).map((document) => ({ ...record, document }))
      case 'workstream':
        return withId(plan.workstreams, record.id).map((document) => ({ ...record, document }))
      case 'milestone':
        return withId(plan.milestones, record.id).map((document) => ({ ...record, document }))
      case 'trajectory':
        return plan.trajectories
          .filter(({ kpi }) => kpi === record.id)
          .map((document) => ({ ...record, document }))
      case 'intervention':
        return withId(plan.interventions, record.id).map((document) => ({ ...record, document }))
      case 'risk':
        return withId(plan.risks, record.id).map((document) => ({ ...record, document }))
      case 'holdings':
        // each set describes what it holds itself
        return []
      default:
        return neverReleased(record)
    }
  })
}

function withId<Item extends { id: string }>(items: readonly Item[], id: string): Item[] {
  return items.filter((item) => item.id === id)
}

/** A kind that nobody has decided on does not compile. */
function neverReleased(_: never): [] {
  return []
}

/** The plan that some documents make up, each kind in its order. */
export function planOf(records: readonly StoredRecord[]): Plan {
  return {
    workstreams: records.flatMap((record) => (record.kind === 'workstream' ? record.document : [])),
    milestones: records.flatMap((record) => (record.kind === 'milestone' ? record.document : [])),
    trajectories: records.flatMap((record) => (record.kind === 'trajectory' ? record.document : [])),
    interventions: records.flatMap((record) => (record.kind === 'intervention' ? record.document : [])),
    risks: records.flatMap((record) => (record.kind === 'risk' ? record.document : [])),
  }
}
