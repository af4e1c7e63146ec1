import { describe, expect, it } from 'vitest'
import {
  type ActionFields,
  editOf,
  fieldsOf,
  newFields,
  recordingOf,
} from '../../../../src/features/actions/form/action-draft.ts'
import { checkDraft } from '../../../../src/features/actions/form/check-draft.ts'
import { mergeFields, resolveFields } from '../../../../src/features/actions/form/merge-fields.ts'
import { anAction } from '../../../support/an-action.ts'

const read = fieldsOf(anAction())
const changed = (changes: Partial<ActionFields>): ActionFields => ({ ...read, ...changes })

describe('editOf', () => {
  it('asks for what differs alone, and for a note where there is one', () => {
    expect(editOf(read, changed({ due: '2025-10-10', note: ' Staff were away ' }))).toEqual({
      due: '2025-10-10',
      note: 'Staff were away',
    })
    expect(editOf(read, read)).toEqual({})
  })

  it('takes a link and a text away', () => {
    const before = changed({ whatChanged: 'Done' })
    expect(editOf(before, { ...before, link: '', whatChanged: ' ' })).toEqual({
      link: null,
      whatChanged: null,
    })
  })
})

describe('recordingOf', () => {
  it('is for officers unless it says otherwise, and carries its key', () => {
    const fields = { ...newFields('2025-10-06'), action: ' Ask ', board: 'Cabinet', ownerRole: 'OT Lead' }
    expect(recordingOf({ fields: { ...fields, due: '2025-11-01' }, key: 'abcdefgh' })).toEqual({
      board: 'Cabinet',
      action: 'Ask',
      ownerRole: 'OT Lead',
      raised: '2025-10-06',
      due: '2025-11-01',
      link: null,
      release: 'officer',
      note: null,
      key: 'abcdefgh',
    })
  })
})

describe('checkDraft', () => {
  const asNew = { today: '2025-10-06', isNew: true }
  const asOld = { today: '2025-10-06', isNew: false }

  it('names every field that is wrong, in the order of the form', () => {
    expect(checkDraft(newFields('2025-10-06'), asNew).map(({ field }) => field)).toEqual([
      'action',
      'ownerRole',
      'board',
      'due',
    ])
  })

  it('takes no day of asking after today, and no due date before it', () => {
    const late = changed({ raised: '2025-10-07', due: '2025-10-01' })
    expect(checkDraft(late, asNew).map(({ message }) => message)).toEqual([
      'The day on which the board asked cannot be after today',
      'The due date cannot be before 7 Oct 2025, when the board asked',
    ])
  })

  it('closes nothing before somebody says what changed', () => {
    expect(checkDraft(changed({ status: 'closed' }), asOld)).toEqual([
      { field: 'whatChanged', message: 'Say what changed before it is closed' },
    ])
    expect(checkDraft(changed({ status: 'closed', whatChanged: 'All have a worker' }), asOld)).toEqual([])
  })

  it('says by how much a text is too long', () => {
    const [fault] = checkDraft(changed({ note: 'x'.repeat(503) }), asOld)
    expect(fault?.message).toBe('The note is 3 characters longer than the 500 that fit')
  })
})

describe('mergeFields', () => {
  const mine = changed({ due: '2025-10-10', ownerRole: 'OT Lead', note: 'Mine' })
  const theirs = changed({ due: '2025-10-17', board: 'Cabinet' })

  it('asks only about what both changed, and not alike', () => {
    expect(mergeFields(read, mine, theirs)).toEqual({ both: ['due'], mine: ['ownerRole'], theirs: ['board'] })
    expect(mergeFields(read, changed({ due: '2025-10-17' }), theirs).both).toEqual([])
  })

  it('keeps what either changed alone, and what was chosen of the rest', () => {
    const merge = mergeFields(read, mine, theirs)
    expect(resolveFields(mine, theirs, merge, { due: 'mine' })).toMatchObject({
      due: '2025-10-10',
      ownerRole: 'OT Lead',
      board: 'Cabinet',
      note: 'Mine',
    })
    expect(resolveFields(mine, theirs, merge, { due: 'theirs' })).toMatchObject({ due: '2025-10-17' })
  })
})
