import { describe, expect, it } from 'vitest'
import { judgeMilestone } from '../../../../src/domain/plans/judge-milestone.ts'
import { aMilestone } from '../../../support/a-milestone.ts'

const asOf = '2025-10-06'
const aMove = {
  from: '2025-06-30',
  to: '2025-10-31',
  reason: 'Lease',
  approver: 'Board',
  movedOn: '2025-06-20',
}

describe('judgeMilestone', () => {
  it('never shows an overdue milestone as green, and names the difference', () => {
    const judged = judgeMilestone(aMilestone({ baselineDue: '2025-09-30', currentDue: '2025-09-30' }), asOf)
    expect(judged).toMatchObject({ brag: 'red', delivery: 'late', isOverdue: true, reportedDiffers: 'green' })
  })

  it('counts the slip of an overdue milestone to the day of the edition', () => {
    // 30 Sep (Tue) is day 0; 1, 2, 3 and 6 October are working days
    const judged = judgeMilestone(aMilestone({ baselineDue: '2025-09-30', currentDue: '2025-09-30' }), asOf)
    expect(judged.slipWorkingDays).toBe(4)
  })

  it('is not overdue on the day it is due', () => {
    expect(judgeMilestone(aMilestone({ currentDue: asOf }), asOf).isOverdue).toBe(false)
  })

  it('is red when the date has slipped by more than twenty working days', () => {
    const judged = judgeMilestone(aMilestone({ baselineDue: '2025-06-30', moves: [aMove] }), asOf)
    expect(judged).toMatchObject({ brag: 'red', rule: 'Its date has slipped by more than 20 working days.' })
  })

  it('is amber at best when it has slipped by up to twenty', () => {
    expect(judgeMilestone(aMilestone({ baselineDue: '2025-10-24' }), asOf)).toMatchObject({
      brag: 'amber',
      slipWorkingDays: 5,
    })
  })

  it('is red at the third move, however short', () => {
    const moved = aMilestone({ baselineDue: '2025-10-30', moves: [aMove, aMove, aMove] })
    expect(judgeMilestone(moved, asOf)).toMatchObject({ brag: 'red', rule: 'Its date has moved 3 times.' })
  })

  it('does not know of moves, or of completion, after the day of the edition', () => {
    const later = aMilestone({
      completed: '2025-10-20',
      status: 'blue',
      moves: [{ ...aMove, movedOn: '2025-10-09' }],
    })
    expect(judgeMilestone(later, asOf)).toMatchObject({ delivery: 'on-track', brag: 'green' })
  })

  it('is complete once done, late or early, and blue once the board accepted it', () => {
    const done = aMilestone({ baselineDue: '2025-06-30', completed: '2025-06-27', status: 'blue' })
    expect(judgeMilestone(done, asOf)).toMatchObject({
      delivery: 'complete',
      brag: 'blue',
      slipWorkingDays: -1,
    })
  })

  it('keeps a milestone grey that has not started and is not due', () => {
    expect(judgeMilestone(aMilestone({ status: 'grey' }), asOf).delivery).toBe('not-started')
  })
})
