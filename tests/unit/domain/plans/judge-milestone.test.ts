import { describe, expect, it } from 'vitest'
import { colourOf } from '../../../../src/domain/plans/colour-of.ts'
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
    // of three moves the third is of the day after
    const moved = (third: string) =>
      judgeMilestone(aMilestone({ moves: [aMove, aMove, { ...aMove, movedOn: third }] }), asOf).brag
    expect([moved('2025-10-07'), moved(asOf)]).toEqual(['green', 'red'])
    const done = (completed: string) => judgeMilestone(aMilestone({ completed }), asOf).delivery
    expect([done('2025-10-07'), done(asOf)]).toEqual(['on-track', 'complete'])
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

  it('keeps the colour of its slip once done, until the board accepts the evidence', () => {
    // 30 June to 25 July 2025: 19 working days; to 29 July: 21
    const slipped = (completed: string) =>
      judgeMilestone(aMilestone({ baselineDue: '2025-06-30', completed }), asOf)
    expect(slipped('2025-06-30')).toMatchObject({ brag: 'green', delivery: 'complete', slipWorkingDays: 0 })
    expect(slipped('2025-07-25')).toMatchObject({ brag: 'amber', delivery: 'complete', slipWorkingDays: 19 })
    expect(slipped('2025-07-28')).toMatchObject({ brag: 'amber', slipWorkingDays: 20 })
    expect(slipped('2025-07-29')).toMatchObject({ brag: 'red', delivery: 'complete', slipWorkingDays: 21 })
  })

  it('is drawn in the colour that it is told by, done or not', () => {
    const done = aMilestone({ completed: '2025-09-26', baselineDue: '2025-09-30', status: 'green' })
    const { delivery, brag } = judgeMilestone(done, asOf)
    expect([delivery, brag, colourOf(brag)]).toEqual(['complete', 'green', 'on-track'])
    expect(colourOf('blue')).toBe('complete')
  })

  it('is blue once accepted, however late or often moved', () => {
    const accepted = aMilestone({
      baselineDue: '2025-06-30',
      completed: '2025-07-29',
      status: 'blue',
      moves: [aMove, aMove, aMove],
    })
    expect(judgeMilestone(accepted, asOf)).toMatchObject({ brag: 'blue', reportedDiffers: null })
  })

  it('is red when done after a third move and not yet accepted', () => {
    const moved = aMilestone({ completed: '2025-09-30', moves: [aMove, aMove, aMove] })
    expect(judgeMilestone(moved, asOf)).toMatchObject({ brag: 'red', reportedDiffers: 'green' })
  })

  it('is amber at twenty working days of slip and red at twenty-one, while open', () => {
    // from 3 Oct 2025: 31 Oct is the 20th working day, 3 Nov the 21st
    const due = (currentDue: string) =>
      judgeMilestone(aMilestone({ baselineDue: '2025-10-03', currentDue }), asOf)
    expect(due('2025-10-31')).toMatchObject({ brag: 'amber', slipWorkingDays: 20 })
    expect(due('2025-11-03')).toMatchObject({ brag: 'red', slipWorkingDays: 21 })
  })
})
