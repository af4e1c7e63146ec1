import { describe, expect, it } from 'vitest'
import type { MilestoneImpact } from '../../../../src/domain/analysis/edition-analysis.ts'
import { impactStates } from '../../../../src/domain/plans/impact-states.ts'
import type { Milestone } from '../../../../src/domain/plans/plan.ts'
import { groupOfState } from '../../../../src/features/plan/impact-groups.ts'
import { writePlanFinding } from '../../../../src/features/plan/plan-finding.ts'
import { buildPlanRows } from '../../../../src/features/plan/plan-rows.ts'
import { groupRows, selectRows } from '../../../../src/features/plan/select-rows.ts'
import { aMilestone } from '../../../support/a-milestone.ts'

const asOf = '2025-10-06'

function anImpact(milestone: string, state: MilestoneImpact['state']): MilestoneImpact {
  return {
    milestone,
    state,
    promise: '250 or fewer people waiting',
    success: 'not-met',
    successSentence: 'Not met: 309 on 30 Sep 2025, 59 above what was promised.',
    sentence: '',
    chanceByDate: 0.21,
    sustain: 3,
  }
}

const done = aMilestone({ id: 'M1', status: 'blue', completed: '2025-06-30', baselineDue: '2025-06-30' })
const late = aMilestone({
  id: 'M2',
  workstream: 'WS2',
  ownerRole: 'DoLS Lead',
  baselineDue: '2025-06-30',
  currentDue: '2025-11-28',
  moves: [
    { from: '2025-06-30', to: '2025-08-29', reason: 'No room.', approver: 'Board', movedOn: '2025-06-20' },
    { from: '2025-08-29', to: '2025-11-28', reason: 'No staff.', approver: 'Board', movedOn: '2025-10-20' },
  ],
})

function rowsOf(milestones: readonly Milestone[], impacts: readonly MilestoneImpact[] | null) {
  const workstreams = [{ id: 'WS1', name: 'Waiting times', sponsorRole: 'Head', board: 'Waiting Well Board' }]
  return buildPlanRows({ plan: { workstreams, milestones, risks: [] }, impacts, kpis: [], asOf })
}

describe('a milestone of the plan', () => {
  it('says when it was promised, where it stands, and its slip in working days', () => {
    const [first, second] = rowsOf([done, late], null)
    expect(first?.dates).toBe('Promised 30 Jun 2025, and done')
    expect(first?.slip).toBe('on the day promised')
    // 30 Jun to 28 Nov 2025: 109 weekdays, less the bank holiday of 25 Aug
    expect(second?.slip).toBe('108 working days behind')
    expect(second?.dates).toBe('Promised 30 Jun 2025, now due 28 Nov 2025')
  })

  it('does not call a weekend beside its date the day promised', () => {
    const slipOf = (baselineDue: string, completed: string) =>
      rowsOf([aMilestone({ baselineDue, currentDue: baselineDue, completed })], null)[0]?.slip
    // a Friday and the Saturday after; the bank holiday of 25 Aug 2025 and the Saturday before
    expect(slipOf('2025-09-05', '2025-09-06')).toBe('no working day late')
    expect(slipOf('2025-08-25', '2025-08-23')).toBe('no working day early')
  })

  it('says that it is overdue, and draws its slip to the day of the edition', () => {
    const [row] = rowsOf([aMilestone({ baselineDue: '2025-09-12', currentDue: '2025-09-12' })], null)
    expect(row?.dates).toBe('Promised 12 Sep 2025, overdue')
    expect(row?.slipEnd).toBe(asOf)
  })

  it('knows no move that was agreed after the day of the edition', () => {
    expect(rowsOf([late], null)[0]?.moves.map(({ dates }) => dates)).toEqual(['30 Jun 2025 to 29 Aug 2025'])
  })

  it('names the difference where another status was reported', () => {
    expect(rowsOf([late], null)[0]?.differs).toBe('Reported as green; by the rules it is red.')
    expect(rowsOf([done], null)[0]?.differs).toBeNull()
  })

  it('keeps the name of a workstream that was not described', () => {
    expect(rowsOf([late], null)[0]?.workstream).toEqual({ id: 'WS2', name: 'WS2', board: null })
  })

  it('stands beside its impact, found by its name and not by its place', () => {
    const [first, second] = rowsOf(
      [done, late],
      [anImpact('M2', 'late-measure-worse'), anImpact('M1', 'done-no-effect-yet')],
    )
    expect(first?.impact?.word).toBe('Done, no effect yet')
    expect(first?.impact?.chanceText).toBe('about 1 in 5 (20%) for 3 months running')
    expect(second?.impact?.group).toBe('worse')
  })
})

describe('groups of impact', () => {
  it('say no effect yet of one state alone', () => {
    expect(impactStates.filter((state) => groupOfState[state] === 'no-effect')).toEqual([
      'done-no-effect-yet',
    ])
  })
})

describe('the finding of the plan', () => {
  it('counts what is complete, what of that shows no effect, and what else is off track', () => {
    const rows = rowsOf([done, late], [anImpact('M1', 'done-no-effect-yet')])
    expect(writePlanFinding(rows)).toBe(
      'One of two milestones is complete; one of those shows no effect yet, and one other is off track, not overdue',
    )
  })

  it('counts the measures of success that missed their date, whatever has become of them since', () => {
    const missed = { ...anImpact('M1', 'done-measure-met'), isDateMissed: true }
    expect(writePlanFinding(rowsOf([done, late], [missed]))).toBe(
      'One of two milestones is complete; none of those is known to have had no effect, and one other is off track, not overdue. Of all, one measure of success missed its date',
    )
  })

  it('says nothing of effect where impact is not known', () => {
    expect(writePlanFinding(rowsOf([done, late], null))).toBe(
      'One of two milestones is complete, and one other is off track, not overdue',
    )
  })

  it('says so of a plan where nothing is complete, and of none', () => {
    expect(writePlanFinding(rowsOf([late], null))).toBe(
      'None of one milestone is complete, and one is off track, not overdue',
    )
    expect(writePlanFinding([])).toBe('This edition holds no milestones')
  })
})

describe('the milestones that are shown', () => {
  const rows = rowsOf([done, late], [anImpact('M1', 'done-no-effect-yet')])
  const ids = (search: Parameters<typeof selectRows>[1]) => selectRows(rows, search).map(({ id }) => id)

  it('are those that meet every choice', () => {
    expect(ids({ impact: 'no-effect' })).toEqual(['M1'])
    expect(ids({ delivery: 'late', owner: 'DoLS Lead' })).toEqual(['M2'])
    expect(ids({ delivery: 'late', workstream: 'WS1' })).toEqual([])
  })

  it('come in the order that was asked for', () => {
    expect(ids({ sort: 'slip' })).toEqual(['M2', 'M1'])
    expect(ids({ sort: 'date' })).toEqual(['M1', 'M2'])
    expect(ids({ sort: 'impact' })).toEqual(['M1', 'M2'])
  })

  it('stand under their workstreams, unless another order was asked for', () => {
    expect(groupRows(rows, undefined).map(({ workstream }) => workstream?.name)).toEqual([
      'Waiting times',
      'WS2',
    ])
    expect(groupRows(rows, 'slip').map(({ workstream }) => workstream)).toEqual([null])
    expect(groupRows([], 'slip')).toEqual([])
  })
})
