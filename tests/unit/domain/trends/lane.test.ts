import { describe, expect, it } from 'vitest'
import { buildLane } from '../../../../src/domain/trends/lane.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { endOf } from '../../../support/a-trend.ts'

const asOf = '2025-10-06'

describe('buildLane', () => {
  it('has a measure’s own milestones by the day on which they stand, whatever their order in the plan', () => {
    const milestones = [
      aMilestone({ id: 'M3', currentDue: '2025-12-31' }),
      aMilestone({ id: 'M1', currentDue: '2025-11-28', completed: '2025-07-31', status: 'blue' }),
      aMilestone({ id: 'M9', kpi: 'dp-clients' }),
      aMilestone({ id: 'M2', currentDue: '2025-10-31' }),
    ]
    expect(buildLane(milestones, 'ot-waiting', asOf).map(({ id }) => id)).toEqual(['M1', 'M2', 'M3'])
  })

  it('puts what is done on the day it was done, and what is open on the day it is due', () => {
    const due = { baselineDue: '2025-06-30', currentDue: '2025-10-31' }
    const [done] = buildLane([aMilestone({ ...due, completed: '2025-07-31' })], 'ot-waiting', asOf)
    const [open] = buildLane([aMilestone(due)], 'ot-waiting', asOf)
    expect([done?.baselineDay, done?.currentDay]).toEqual([endOf('2025-06'), endOf('2025-07')])
    expect(open?.currentDay).toBe(endOf('2025-10'))
    expect(open?.dates).toBe('Promised 30 Jun 2025, now due 31 Oct 2025')
  })

  it('does not know on a day what was completed after it', () => {
    const [later] = buildLane([aMilestone({ completed: '2025-10-20' })], 'ot-waiting', asOf)
    expect([later?.isComplete, later?.currentDay]).toEqual([false, endOf('2025-10')])
  })
})
