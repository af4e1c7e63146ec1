import { describe, expect, it } from 'vitest'
import { compareMilestones } from '../../../../src/domain/changes/milestone-changes.ts'
import type { Milestone, MilestoneMove } from '../../../../src/domain/plans/plan.ts'
import { aMilestone } from '../../../support/a-milestone.ts'

const september = '2025-09-04'
const october = '2025-10-06'

function compare(before: readonly Milestone[], after: readonly Milestone[]) {
  return compareMilestones(
    { milestones: before, dataAsAt: september },
    { milestones: after, dataAsAt: october },
  )
}

function aMove(from: string, to: string, movedOn: string): MilestoneMove {
  return { from, to, movedOn, reason: 'Two posts are empty.', approver: 'Waiting Well Board' }
}

const twice = [
  aMove('2025-06-30', '2025-08-29', '2025-06-16'),
  aMove('2025-08-29', '2025-10-10', '2025-08-11'),
]
const third = aMove('2025-10-10', '2025-11-28', '2025-09-22')

describe('compareMilestones', () => {
  it('leaves out a milestone that stands as it stood', () => {
    expect(compare([aMilestone()], [aMilestone()])).toEqual([])
  })

  it('counts a third move from the first promise, and shows that it turned the milestone red', () => {
    const one = { baselineDue: '2025-09-24', currentDue: '2025-10-10' }
    const [change] = compare(
      [aMilestone({ ...one, moves: twice })],
      [aMilestone({ ...one, currentDue: '2025-10-20', moves: [...twice, third] })],
    )
    expect(change?.changes).toEqual(['moved', 'status'])
    expect(change?.moves).toEqual([{ ...third, nth: 3 }])
    // 24 Sep to 10 Oct and 20 Oct are 12 and 18 working days: amber, but for the third move
    expect([change?.before?.brag, change?.after?.brag]).toEqual(['amber', 'red'])
    expect(change?.after?.rule).toBe('Its date has moved 3 times.')
  })

  it('finds a milestone overdue that became so only because time went by', () => {
    const due = aMilestone({ baselineDue: '2025-09-12', currentDue: '2025-09-12' })
    const [change] = compare([due], [due])
    expect(change?.changes).toEqual(['overdue', 'status'])
    expect(change?.moves).toEqual([])
  })

  it('tells completion from acceptance of the evidence', () => {
    const open = aMilestone()
    const done = aMilestone({ completed: '2025-09-26', status: 'green' })
    expect(compare([open], [done])[0]?.changes).toEqual(['completed'])
    const accepted = aMilestone({ completed: '2025-08-26', status: 'blue' })
    const waiting = aMilestone({ completed: '2025-08-26', status: 'green' })
    expect(compare([waiting], [accepted])[0]?.changes).toEqual(['status'])
  })

  it('names a new milestone and one that is no longer shown, without the moves they had before', () => {
    const changes = compare([aMilestone({ id: 'M01' })], [aMilestone({ id: 'M02', moves: twice })])
    expect(changes.map(({ id, changes: kinds, moves }) => [id, kinds, moves])).toEqual([
      ['M02', ['added'], []],
      ['M01', ['withdrawn'], []],
    ])
  })

  it('says that a date changed where no move was recorded', () => {
    const [change] = compare([aMilestone()], [aMilestone({ currentDue: '2025-11-03' })])
    expect(change).toMatchObject({ changes: ['moved', 'status'], moves: [] })
  })
})
