import { describe, expect, it } from 'vitest'
import { actionsAbout } from '../../../../../src/features/measure/commentary/linked-actions.ts'
import { anAction } from '../../../../support/an-action.ts'

const asOf = '2025-10-06'
const milestones = [
  { id: 'M04', kpi: 'unallocated-high', title: 'Daily allocation meeting' },
  { id: 'M05', kpi: 'dp-clients', title: 'Payroll service' },
]
const about = (...actions: ReturnType<typeof anAction>[]) =>
  actionsAbout('unallocated-high', { actions, asOf }, milestones)
const ids = (actions: readonly { id: string }[]) => actions.map(({ id }) => id)

describe('actionsAbout', () => {
  it('has those of the measure and of its milestones, the earliest due first', () => {
    const { unsettled } = about(
      anAction({ id: 'A02', due: '2025-12-01' }),
      anAction({ id: 'A01', due: '2025-11-01', link: 'M04' }),
      anAction({ id: 'A03', link: 'M05' }),
      anAction({ id: 'A04', link: null }),
    )
    expect(ids(unsettled)).toEqual(['A01', 'A02'])
    expect(unsettled[0]?.milestone).toBe('Daily allocation meeting')
  })

  it('has the latest closed first among those done with', () => {
    const { settled } = about(
      anAction({ id: 'A01', status: 'closed', closed: '2025-08-01' }),
      anAction({ id: 'A02', status: 'superseded', closed: '2025-09-01' }),
    )
    expect(ids(settled)).toEqual(['A02', 'A01'])
    expect(settled[0]?.dates).toBe('Superseded 1 Sep 2025')
  })

  it('calls an action overdue as of the edition’s day', () => {
    const { unsettled } = about(
      anAction({ id: 'A01', due: '2025-10-05', carried: 2 }),
      anAction({ id: 'A02', due: '2025-10-06' }),
      anAction({ id: 'A03', due: '2025-09-01', status: 'awaiting-confirmation' }),
    )
    expect(unsettled.map(({ id, mark }) => [id, mark.word])).toEqual([
      ['A03', 'Awaiting confirmation'],
      ['A01', 'Overdue'],
      ['A02', 'Open'],
    ])
    expect(unsettled[1]?.dates).toBe('Due 5 Oct 2025, carried over 2 times')
  })

  it('says what changed only where something is said', () => {
    const { settled } = about(
      anAction({ id: 'A01', status: 'closed', closed: '2025-09-01', whatChanged: ' ' }),
    )
    expect(settled[0]?.whatChanged).toBeNull()
  })
})
