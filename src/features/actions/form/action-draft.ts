import type { Action, EditAction, RecordAction } from '../../../api/actions.ts'
import { actionStatuses, type EditableField, editableFields } from '../../../domain/actions/action.ts'

/** What somebody may write of an action, and what is said only when it is recorded or changed. */
type FormField = EditableField | 'raised' | 'note'

/** What the form holds: the texts of its fields, as they stand while somebody writes. Empty where nothing is linked. */
export type ActionFields = Record<FormField, string>

export const formFields: readonly FormField[] = [...editableFields, 'raised', 'note']

/** A form that was begun: what was read, and what it is to become. */
export interface ActionDraft {
  fields: ActionFields
  /** as the action was when the form was opened; null for a new one */
  read: { version: number; fields: ActionFields } | null
  /** the name under which a new action is recorded once, however often it is sent */
  key: string
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

export function fieldsOf(action: Action): ActionFields {
  const fields = newFields(action.raised)
  for (const name of editableFields) fields[name] = action[name] ?? ''
  return fields
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
      default:
        // every other field is a text: one that is not does not compile here
        edit[name] = value
    }
  }
  return edit
}

export function recordingOf({ fields, key }: Pick<ActionDraft, 'fields' | 'key'>): RecordAction {
  // an action begins open, and what it changed is said later
  const { status: _status, whatChanged: _whatChanged, link, release, note, ...texts } = fields
  return {
    ...texts,
    board: texts.board.trim(),
    action: texts.action.trim(),
    ownerRole: texts.ownerRole.trim(),
    link: link === '' ? null : link,
    release: release === 'public' ? 'public' : 'officer',
    note: note.trim() || null,
    key,
  }
}
