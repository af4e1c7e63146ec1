import { describe, expect, it } from 'vitest'
import { actionStatuses } from '../../../../src/domain/actions/action.ts'
import { type ActionEdit, changeAction } from '../../../../src/domain/actions/change-action.ts'
import { nextActionId, recordAction } from '../../../../src/domain/actions/record-action.ts'
import { statusesFrom } from '../../../../src/domain/actions/transitions.ts'
import { permissionsOf } from '../../../../src/domain/session/permissions.ts'
import { anAction } from '../../../support/an-action.ts'

const lead = { role: 'service-lead', name: 'Service lead', at: '2025-10-14T09:30:00Z', day: '2025-10-14' }
const change = (before: Parameters<typeof anAction>[0], edit: ActionEdit, author = lead) =>
  changeAction(anAction(before), edit, author)

describe('changeAction', () => {
  it('writes what changed, by whom and when', () => {
    const outcome = change({ version: 3 }, { ownerRole: 'OT Lead', note: ' Moved teams. ' })
    expect(outcome).toMatchObject({
      kind: 'changed',
      action: {
        ownerRole: 'OT Lead',
        version: 4,
        history: [
          {
            at: lead.at,
            byRole: 'Service lead',
            changes: [{ field: 'ownerRole', from: 'Head of Assessment', to: 'OT Lead' }],
            note: 'Moved teams.',
          },
        ],
      },
    })
  })

  it('counts a later date as carried over, and an earlier one not', () => {
    expect(change({ carried: 1 }, { due: '2025-10-31' })).toMatchObject({ action: { carried: 2 } })
    expect(change({ carried: 1 }, { due: '2025-09-20' })).toMatchObject({ action: { carried: 1 } })
  })

  it('sets the day of closing, and takes it away where it is opened again', () => {
    const closed = change({}, { status: 'closed', whatChanged: 'None is left.' })
    expect(closed).toMatchObject({ action: { status: 'closed', closed: '2025-10-14' } })
    expect(change({ status: 'closed', closed: '2025-10-01' }, { status: 'in-progress' })).toMatchObject({
      action: { closed: null },
    })
    expect(change({ status: 'closed', closed: '2025-10-01' }, { whatChanged: 'More.' })).toMatchObject({
      action: { closed: '2025-10-01' },
    })
  })

  it('closes nothing of which nobody says what changed', () => {
    expect(change({}, { status: 'closed', whatChanged: ' ' })).toMatchObject({
      kind: 'refused',
      field: 'whatChanged',
    })
    expect(change({ whatChanged: 'None is left.' }, { status: 'closed' })).toMatchObject({ kind: 'changed' })
    expect(change({}, { status: 'superseded' })).toMatchObject({ kind: 'changed' })
  })

  it('refuses a date before the action was raised', () => {
    expect(change({ raised: '2025-09-12' }, { due: '2025-09-11' })).toMatchObject({
      kind: 'refused',
      field: 'due',
    })
  })

  it('says where an action can go from where it is', () => {
    expect(change({ status: 'closed' }, { status: 'open' })).toEqual({
      kind: 'refused',
      field: 'status',
      value: 'open',
      allowed: 'in-progress',
    })
  })

  it('is no change where nothing differs, and one where a remark is made', () => {
    expect(change({}, { due: '2025-09-26', status: 'open' })).toMatchObject({ kind: 'unchanged' })
    expect(change({}, { note: 'Discussed on 10 October.' })).toMatchObject({
      kind: 'changed',
      action: { version: 2, history: [{ changes: [] }] },
    })
  })
})

describe('transitions', () => {
  it('let leads and the director confirm, and an analyst only record', () => {
    expect(statusesFrom('awaiting-confirmation', 'service-lead')).toEqual([
      'in-progress',
      'closed',
      'superseded',
    ])
    expect(statusesFrom('awaiting-confirmation', 'analyst')).toEqual(['in-progress'])
    expect(statusesFrom('closed', 'analyst')).toEqual([])
  })

  it('leave nothing to the panel and to authors of briefings', () => {
    expect(actionStatuses.flatMap((status) => statusesFrom(status, 'public'))).toEqual([])
    expect(actionStatuses.flatMap((status) => statusesFrom(status, 'cabinet-author'))).toEqual([])
  })

  it('are what the session says that a role may do', () => {
    expect(permissionsOf('public')).toEqual([])
    expect(permissionsOf('cabinet-author')).toEqual(['store-packs'])
    expect(permissionsOf('analyst')).toEqual([
      'load',
      'publish',
      'write-actions',
      'write-commentary',
      'store-packs',
      'read-audit',
    ])
    expect(permissionsOf('director')).toEqual([
      'write-actions',
      'confirm-actions',
      'write-commentary',
      'release',
      'store-packs',
      'read-audit',
    ])
  })
})

describe('recordAction', () => {
  it('opens an action on the day of its recording, for officers, unless it is said otherwise', () => {
    const given = { board: 'Cabinet', action: 'Fund it', ownerRole: 'Director', due: '2025-12-01' }
    expect(recordAction('A61', given, lead)).toMatchObject({
      id: 'A61',
      raised: '2025-10-14',
      release: 'officer',
      link: null,
      version: 1,
    })
    expect(recordAction('A61', { ...given, raised: '2025-10-01', release: 'public' }, lead)).toMatchObject({
      raised: '2025-10-01',
      release: 'public',
    })
  })
})

describe('nextActionId', () => {
  it('counts on from the highest number, whatever other ids there are', () => {
    expect(nextActionId([])).toBe('A01')
    expect(nextActionId(['A02', 'A60', 'SAB-99', 'A7b'])).toBe('A61')
    expect(nextActionId(['A99'])).toBe('A100')
  })
})
