import type { Action, EditAction, RecordAction } from '../../../api/actions.ts'
import { actionStatuses } from '../../../domain/actions/action.ts'

/** What the form holds: the texts of its fields, as they stand while somebody writes. */
export interface ActionFields {
  board: string
  action: string
  ownerRole: string
  raised: string
  due: string
  status: string
  /** empty where nothing is linked */
  link: string
  release: string
  whatChanged: string
  note: string
}

/** A form that was begun: what was read, and what it is to become. */
export interface ActionDraft {
  fields: ActionFields
  /** as the action was when the form was opened; null for a new one */
  read: { version: number; fields: ActionFields } | null
  /** the name under which a new action is recorded once, however often it is sent */
  key: string
}

/** The names of the fields that an edit may change. */
export const editableFields = [
  'board',
  'action',
  'ownerRole',
  'due',
  'status',
  'link',
  'release',
  'whatChanged',
] as const
export type EditableField = (typeof editableFields)[number]

export function fieldsOf(action: Action): ActionFields {
  const { board, ownerRole, raised, due, status, link, release, whatChanged } = action
  return {
    board,
    action: action.action,
    ownerRole,
    raised,
    due,
    status,
    link: link ?? '',
    release,
    whatChanged: whatChanged ?? '',
    note: '',
  }
}

/** A new action, raised today. */
export function newFields(today: string): ActionFields {
  return {
    board: '',
    action: '',
    ownerRole: '',
    raised: today,
    due: '',
    status: 'open',
    link: '',
    release: 'officer',
    whatChanged: '',
    note: '',
  }
}

/** The fields that were changed since they were read. */
export function changedFields(read: ActionFields, fields: ActionFields): EditableField[] {
  return editableFields.filter((name) => fields[name].trim() !== read[name].trim())
}

/** What is asked of the service: only what differs from what was read. */
export function editOf(read: ActionFields, fields: ActionFields): EditAction {
  const note = fields.note.trim()
  const edit: EditAction = note ? { note } : {}
  for (const name of changedFields(read, fields)) {
    const value = fields[name].trim()
    switch (name) {
      case 'link':
      case 'whatChanged':
        edit[name] = value === '' ? null : value
        break
      case 'status':
        edit.status = actionStatuses.find((status) => status === value)
        break
      case 'release':
        edit.release = value === 'public' ? 'public' : 'officer'
        break
      case 'board':
      case 'action':
      case 'ownerRole':
      case 'due':
        edit[name] = value
    }
  }
  return edit
}

export function recordingOf({ fields, key }: Pick<ActionDraft, 'fields' | 'key'>): RecordAction {
  const { board, action, ownerRole, raised, due, link, release, note } = fields
  return {
    board: board.trim(),
    action: action.trim(),
    ownerRole: ownerRole.trim(),
    raised,
    due,
    link: link === '' ? null : link,
    release: release === 'public' ? 'public' : 'officer',
    note: note.trim() || null,
    key,
  }
}
