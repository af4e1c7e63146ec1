import { describe, expect, it } from 'vitest'
import { compareMilestones } from '../../../../src/domain/changes/milestone-changes.ts'
import type { Milestone } from '../../../../src/domain/plans/plan.ts'
import { milestoneRows } from '../../../../src/features/changes/milestone-rows.ts'
import { aMilestone } from '../../../support/a-milestone.ts'

/** The slip of a milestone promised for Friday 5 September 2025, told in an edition after the one of the 4th. */
function slipOf(completed: string | null, dataAsAt = '2025-10-06') {
  const milestone = aMilestone({ baselineDue: '2025-09-05', currentDue: '2025-09-05' })
  const [row] = milestoneRows(
    compareMilestones(
      { milestones: [milestone], dataAsAt: '2025-09-04' },
      { milestones: [{ ...milestone, completed }], dataAsAt },
    ),
    4,
  )
  return row?.slip
}

describe('the slip of a milestone that changed', () => {
  it('is none on the very day that was promised', () => {
    expect(slipOf('2025-09-05')).toBe('done as first promised')
  })

  it('is no working day over the weekend after it, which is not as promised', () => {
    expect(slipOf('2025-09-06')).toBe('done no working day off the first promise')
    expect(slipOf(null, '2025-09-06')).toBe('now no working day off the first promise')
  })

  it('is counted in working days from there', () => {
    expect(slipOf('2025-09-08')).toBe('done 1 working day after the first promise')
  })
})

describe('the reason of a milestone that changed', () => {
  const milestone = aMilestone({ baselineDue: '2025-09-05', currentDue: '2025-10-31' })
  const reasonsOf = (before: readonly Milestone[], after: Milestone) =>
    milestoneRows(
      compareMilestones(
        { milestones: before, dataAsAt: '2025-09-04' },
        { milestones: [after], dataAsAt: '2025-10-06' },
      ),
      4,
    )[0]?.reasons

  it('does not say that a date stands which has changed without a move', () => {
    expect(reasonsOf([milestone], { ...milestone, currentDue: '2025-11-28' })).toEqual([
      'No reason is recorded',
    ])
    const kept = { ...milestone, baselineDue: '2025-10-31' }
    expect(reasonsOf([kept], { ...kept, completed: '2025-10-01' })).toEqual(['Date not moved'])
  })

  it('does not say of a date that moved before, that it has not moved', () => {
    expect(reasonsOf([milestone], { ...milestone, completed: '2025-10-01' })).toEqual([
      'Date not moved since edition 4',
    ])
  })

  it('ends before who approved it, however a file ends it', () => {
    const move = {
      ...{ from: '2025-10-31', to: '2025-11-28', approver: 'the Board', movedOn: '2025-10-01' },
      reason: 'Supplier changed',
    }
    const moved = { ...milestone, currentDue: '2025-11-28' }
    expect(reasonsOf([milestone], { ...moved, moves: [move] })).toEqual([
      'Supplier changed. Approved by the Board.',
    ])
    expect(reasonsOf([milestone], { ...moved, moves: [{ ...move, reason: 'Supplier changed.' }] })).toEqual([
      'Supplier changed. Approved by the Board.',
    ])
  })

  it('says nothing of a date that the earlier edition did not know', () => {
    expect(reasonsOf([], milestone)).toEqual([])
  })
})
