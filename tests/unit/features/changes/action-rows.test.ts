import { describe, expect, it } from 'vitest'
import type { Action } from '../../../../src/domain/actions/action.ts'
import { compareActions } from '../../../../src/domain/changes/action-changes.ts'
import { actionRows } from '../../../../src/features/changes/action-rows.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { anAction } from '../../../support/an-action.ts'

const measures = new Map([['ot-waiting', aDescribedKpi()]])
const older = { raised: '2025-07-11', due: '2025-10-24', link: 'ot-waiting' }

function rowsOf(from: readonly Action[], to: readonly Action[]) {
  return actionRows(
    compareActions(
      { actions: from, milestones: [], dataAsAt: '2025-09-04' },
      { actions: to, milestones: [], dataAsAt: '2025-10-06' },
    ),
    measures,
  )
}

describe('actionRows', () => {
  it('says what was different once an action is closed', () => {
    const closed = anAction({ ...older, status: 'closed', closed: '2025-09-17', whatChanged: 'Two clinics.' })
    expect(rowsOf([anAction(older)], [closed])).toMatchObject([
      { happened: ['Closed on 17 Sep 2025'], outcome: 'Two clinics.', measure: 'Waiting for OT assessment' },
    ])
  })

  it('says of an open action that it is not closed yet, and of a closed one that nothing was recorded', () => {
    const outcomeOf = (action: Action) => rowsOf([], [action])[0]?.outcome
    expect(outcomeOf(anAction(older))).toBe('Not closed yet')
    expect(outcomeOf(anAction({ ...older, status: 'closed', closed: '2025-09-17' }))).toBe('Not recorded')
  })

  it('gives both dates of an action that was carried over, and how often once it is more than once', () => {
    const moved = (carried: number) => anAction({ ...older, due: '2025-12-19', carried })
    expect(rowsOf([anAction(older)], [moved(1)])).toMatchObject([
      { happened: ['Carried over'], due: '24 Oct 2025 to 19 Dec 2025' },
    ])
    expect(rowsOf([anAction(older)], [moved(2)])).toMatchObject([{ happened: ['Carried over, now 2 times'] }])
  })

  it('leads nowhere from an action that this log does not hold', () => {
    expect(rowsOf([anAction(older)], [])).toMatchObject([
      { happened: ['No longer in this log'], isListed: false },
    ])
  })

  it('sets what was closed first, then what is overdue, then what is new', () => {
    const late = { ...older, id: 'A02', due: '2025-09-26' }
    const rows = rowsOf(
      [anAction(older), anAction(late)],
      [
        anAction({ id: 'A03', raised: '2025-09-12', due: '2025-12-19' }),
        anAction(late),
        anAction({ ...older, status: 'closed', closed: '2025-09-17' }),
      ],
    )
    expect(rows.map(({ key }) => key)).toEqual(['A01', 'A02', 'A03'])
  })
})
