import type { Milestone } from '../../src/domain/plans/plan.ts'

/** A milestone due on 31 Oct 2025 and on track; a test names only what matters to it. */
export function aMilestone(changes: Partial<Milestone> = {}): Milestone {
  return {
    id: 'M04',
    workstream: 'WS1',
    title: 'Second OT clinic open',
    kpi: 'ot-waiting',
    successMeasure: null,
    ownerRole: 'OT Lead',
    baselineDue: '2025-10-31',
    currentDue: '2025-10-31',
    completed: null,
    status: 'green',
    risk: 'R04',
    evidence: null,
    confidence: null,
    release: 'public',
    moves: [],
    ...changes,
  }
}
