import { expect, it } from 'vitest'
import { protectPlan } from '../../../../src/domain/plans/plan.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { noPlan } from '../../../support/a-trend.ts'

const risk = {
  ...{ id: 'R04', title: 'Two posts unfilled', ownerRole: 'OT Lead', kpi: null },
  ...{ targetLikelihood: 2, targetImpact: 3, reviews: [] },
}
const path = { kpi: 'ot-waiting', approvedBy: 'Board', points: [{ period: '2025-09', planned: 232 }] }
const plan = protectPlan({
  ...noPlan,
  milestones: [
    aMilestone({ id: 'M1', evidence: 'Board paper 12', confidence: 'low: staff sickness', risk: 'R04' }),
    aMilestone({ id: 'M2', release: 'officer' }),
  ],
  trajectories: [path],
  risks: [risk],
})

it('gives the panel the milestones that were released, and no word that was for officers', () => {
  expect(plan.milestones).toEqual([aMilestone({ id: 'M1', evidence: null, confidence: null, risk: null })])
})

it('gives the panel no risk, and the path that was promised', () => {
  expect(plan.risks).toEqual([])
  expect(plan.trajectories).toEqual([path])
})
