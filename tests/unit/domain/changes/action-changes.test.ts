import { describe, expect, it } from 'vitest'
import type { Action } from '../../../../src/domain/actions/action.ts'
import { compareActions } from '../../../../src/domain/changes/action-changes.ts'
import { anAction } from '../../../support/an-action.ts'

const milestones = [
  { id: 'M26', kpi: 'dp-clients' },
  { id: 'M30', kpi: null },
]
const august = (...actions: Action[]) => ({ actions, milestones, dataAsAt: '2025-09-04' })
const september = (...actions: Action[]) => ({ actions, milestones, dataAsAt: '2025-10-06' })
const older = { raised: '2025-07-11', due: '2025-10-24' }
const open = anAction(older)

const kindsOf = (before: Action | null, after: Action | null) =>
  compareActions(august(...(before ? [before] : [])), september(...(after ? [after] : [])))[0]?.changes

describe('compareActions', () => {
  it('finds what was closed, with its day', () => {
    const closed = anAction({ ...older, status: 'closed', closed: '2025-09-17' })
    expect(compareActions(august(open), september(closed))).toMatchObject([
      { changes: ['closed'], before: { status: 'open' }, after: { closed: '2025-09-17' } },
    ])
  })

  it('tells what was raised since from what only came into this log', () => {
    expect(kindsOf(null, anAction({ raised: '2025-09-12', due: '2025-10-24' }))).toEqual(['raised'])
    expect(kindsOf(null, open)).toEqual(['listed'])
    expect(kindsOf(open, null)).toEqual(['withdrawn'])
  })

  it('names an action that was raised and closed in between both ways', () => {
    const both = anAction({ raised: '2025-09-12', status: 'closed', closed: '2025-09-26' })
    expect(kindsOf(null, both)).toEqual(['raised', 'closed'])
  })

  it('finds what was replaced, what waits to be confirmed and what was opened again', () => {
    expect(kindsOf(open, anAction({ ...older, status: 'superseded' }))).toEqual(['superseded'])
    expect(kindsOf(open, anAction({ ...older, status: 'awaiting-confirmation' }))).toEqual([
      'awaiting-confirmation',
    ])
    const closed = anAction({ ...older, status: 'closed', closed: '2025-08-08' })
    expect(kindsOf(closed, anAction({ ...older, status: 'in-progress' }))).toEqual(['reopened'])
  })

  it('judges each log on the day of its own edition: time alone makes an action overdue', () => {
    const due = anAction({ raised: '2025-07-11', due: '2025-09-26' })
    expect(kindsOf(due, due)).toEqual(['overdue'])
  })

  it('finds another due date, and not that work has begun or that words were mended', () => {
    expect(kindsOf(open, anAction({ ...older, due: '2025-12-19', carried: 1 }))).toEqual(['moved'])
    expect(kindsOf(open, anAction({ ...older, status: 'in-progress', action: 'Mended' }))).toBeUndefined()
  })

  it('names the measure of an action, its own or that of its milestone', () => {
    const linked = (link: string | null) =>
      compareActions(august(), september(anAction({ ...older, link })))[0]?.kpi
    expect(linked('unallocated-high')).toBe('unallocated-high')
    expect(linked('M26')).toBe('dp-clients')
    expect(linked('M30')).toBeNull()
    expect(linked(null)).toBeNull()
  })
})
