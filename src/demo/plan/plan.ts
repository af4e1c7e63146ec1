import type { Plan, Workstream } from '../../domain/plans/plan.ts'
import { editionBefore, type Vintage } from '../timeline.ts'
import { allocationPromises } from './allocations.ts'
import { directPaymentPromises } from './direct-payments.ts'
import { interventionsAt } from './interventions.ts'
import { practicePromises } from './practice.ts'
import { milestoneAt } from './promises.ts'
import { risksAt } from './risks.ts'
import { safeguardingPromises } from './safeguarding.ts'
import { demoTrajectories } from './trajectories.ts'
import { waitingPromises } from './waiting.ts'

const workstreams: readonly Workstream[] = [
  { id: 'WS1', name: 'Waiting times', sponsorRole: 'Head of Assessment', board: 'Waiting Well Board' },
  { id: 'WS2', name: 'Allocations', sponsorRole: 'Head of Assessment', board: 'Practice Board' },
  {
    id: 'WS3',
    name: 'Safeguarding',
    sponsorRole: 'Head of Safeguarding',
    board: 'Safeguarding Adults Board',
  },
  {
    id: 'WS4',
    name: 'Direct payments',
    sponsorRole: 'Commissioning Lead',
    board: 'Direct Payments Board',
  },
  {
    id: 'WS5',
    name: 'Practice and recording',
    sponsorRole: 'Principal Social Worker',
    board: 'Quality Board',
  },
]

const promises = [
  ...waitingPromises,
  ...allocationPromises,
  ...safeguardingPromises,
  ...directPaymentPromises,
  ...practicePromises,
]

/** The whole improvement plan as it stood on a day. */
function planAt(asAt: string): Plan {
  return {
    workstreams,
    milestones: promises.map((promise) => milestoneAt(promise, asAt)),
    trajectories: demoTrajectories,
    interventions: interventionsAt(asAt),
    risks: risksAt(asAt),
  }
}

/** What an edition brings of the plan: all of it at first, then only what is not as it was. */
export function planOf(vintage: Vintage): Plan {
  const plan = planAt(vintage.dataAsAt)
  if (vintage.number === 1) return plan
  const before = planAt(editionBefore(vintage).dataAsAt)
  return {
    workstreams: changed(before.workstreams, plan.workstreams),
    milestones: changed(before.milestones, plan.milestones),
    trajectories: changed(before.trajectories, plan.trajectories),
    interventions: changed(before.interventions, plan.interventions),
    risks: changed(before.risks, plan.risks),
  }
}

function changed<Item>(before: readonly Item[], after: readonly Item[]): Item[] {
  const known = new Set(before.map((item) => JSON.stringify(item)))
  return after.filter((item) => !known.has(JSON.stringify(item)))
}
