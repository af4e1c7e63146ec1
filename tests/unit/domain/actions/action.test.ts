import { describe, expect, it } from 'vitest'
import {
  isOverdueAction,
  isUnsettled,
  openActionFor,
  protectActions,
} from '../../../../src/domain/actions/action.ts'
import { aMilestone } from '../../../support/a-milestone.ts'
import { anAction } from '../../../support/an-action.ts'

describe('isOverdueAction', () => {
  it('begins on the day after the date', () => {
    expect(isOverdueAction(anAction({ due: '2025-09-26' }), '2025-09-26')).toBe(false)
    expect(isOverdueAction(anAction({ due: '2025-09-26' }), '2025-09-27')).toBe(true)
  })

  it('is never said of what was done, closed or superseded', () => {
    const late = { due: '2025-01-31' }
    expect(isOverdueAction(anAction({ ...late, status: 'in-progress' }), '2025-10-06')).toBe(true)
    expect(isOverdueAction(anAction({ ...late, status: 'awaiting-confirmation' }), '2025-10-06')).toBe(false)
    expect(isOverdueAction(anAction({ ...late, status: 'closed' }), '2025-10-06')).toBe(false)
    expect(isOverdueAction(anAction({ ...late, status: 'superseded' }), '2025-10-06')).toBe(false)
  })
})

describe('openActionFor', () => {
  const milestones = [
    aMilestone({ id: 'M05', kpi: 'ot-waiting' }),
    aMilestone({ id: 'M26', kpi: 'dp-clients' }),
  ]

  it('finds the action linked to the measure before one linked to its milestone', () => {
    const onMilestone = anAction({ id: 'A01', link: 'M05', due: '2025-09-01' })
    const onMeasure = anAction({ id: 'A02', link: 'ot-waiting', due: '2025-12-01' })
    expect(openActionFor('ot-waiting', [onMilestone, onMeasure], milestones)?.id).toBe('A02')
    expect(openActionFor('ot-waiting', [onMilestone], milestones)?.id).toBe('A01')
    expect(openActionFor('M05', [onMilestone, onMeasure], milestones)?.id).toBe('A01')
  })

  it('takes the one that is due first', () => {
    const later = anAction({ id: 'A01', link: 'dp-clients', due: '2025-12-01' })
    const sooner = anAction({ id: 'A02', link: 'dp-clients', due: '2025-11-01' })
    expect(openActionFor('dp-clients', [later, sooner], milestones)?.id).toBe('A02')
  })

  it('counts what awaits confirmation, and not what is closed or superseded', () => {
    const awaiting = anAction({ link: 'ot-waiting', status: 'awaiting-confirmation' })
    expect(isUnsettled(awaiting)).toBe(true)
    expect(openActionFor('ot-waiting', [awaiting], milestones)).toEqual(awaiting)
    expect(
      openActionFor('ot-waiting', [anAction({ link: 'ot-waiting', status: 'closed' })], milestones),
    ).toBeNull()
    expect(
      openActionFor('ot-waiting', [anAction({ link: 'ot-waiting', status: 'superseded' })], milestones),
    ).toBeNull()
    expect(openActionFor('ot-waiting', [anAction({ link: null })], milestones)).toBeNull()
  })
})

describe('protectActions', () => {
  const milestones = [
    aMilestone({ id: 'M16', release: 'officer' }),
    aMilestone({ id: 'M05', release: 'public' }),
  ]

  it('leaves out what is for officers', () => {
    expect(protectActions([anAction({ release: 'officer' })], milestones)).toEqual([])
  })

  it('drops a link to a milestone that is not released, and keeps every other', () => {
    const linked = (link: string) => anAction({ release: 'public', link })
    const shown = protectActions([linked('M16'), linked('M05'), linked('ot-waiting')], milestones)
    expect(shown.map(({ link }) => link)).toEqual([null, 'M05', 'ot-waiting'])
  })

  it('keeps dates and states of its history, and no note, wording, owner or change of release', () => {
    const at = '2025-09-12T10:00:00Z'
    const byRole = 'Service lead'
    const wording = { field: 'action', from: 'Name the worker', to: 'Clear the list' } as const
    const release = { field: 'release', from: 'officer', to: 'public' } as const
    const moved = { field: 'due', from: '2025-09-12', to: '2025-09-26' } as const
    const history = [
      { at, byRole, changes: [wording, release], note: 'Before it was released' },
      { at, byRole, changes: [wording, moved], note: 'See the staffing report' },
    ]
    const [shown] = protectActions([anAction({ release: 'public', history })], milestones)
    expect(shown?.history).toEqual([{ at, byRole, changes: [moved], note: null }])
  })
})
