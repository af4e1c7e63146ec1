import { isDate } from '../../../domain/periods/calendar.ts'
import { formatDate } from '../../../domain/periods/labels.ts'
import type { ActionFields } from './action-draft.ts'

export interface Fault {
  field: keyof ActionFields
  message: string
}

/** As the service takes them, so that a form says it before it is sent. */
export const longest = { text: 1200, line: 120, note: 500 } as const

/** What has to be mended before an action can be saved, in the order of the form. */
export function checkDraft(
  fields: ActionFields,
  { today, isNew }: { today: string; isNew: boolean },
): Fault[] {
  return [
    isBlank(fields.action)
      ? fault('action', 'Say what is asked for')
      : tooLong('action', 'The action', fields.action, longest.text),
    isBlank(fields.ownerRole)
      ? fault('ownerRole', 'Name the role that owns it')
      : tooLong('ownerRole', 'The owner', fields.ownerRole, longest.line),
    isBlank(fields.board)
      ? fault('board', 'Name the board that asked')
      : tooLong('board', 'The board', fields.board, longest.line),
    isNew ? faultOfRaised(fields, today) : null,
    faultOfDue(fields),
    fields.status === 'closed' && isBlank(fields.whatChanged)
      ? fault('whatChanged', 'Say what changed before it is closed')
      : tooLong('whatChanged', 'What changed', fields.whatChanged, longest.text),
    tooLong('note', 'The note', fields.note, longest.note),
  ].filter((one) => one !== null)
}

function faultOfRaised({ raised }: ActionFields, today: string): Fault | null {
  if (!isDate(raised)) return fault('raised', 'Give the day on which the board asked')
  return raised > today ? fault('raised', 'The day on which the board asked cannot be after today') : null
}

function faultOfDue({ due, raised }: ActionFields): Fault | null {
  if (!isDate(due)) return fault('due', 'Give the day by which it is due')
  return isDate(raised) && due < raised
    ? fault('due', `The due date cannot be before ${formatDate(raised)}, when the board asked`)
    : null
}

function tooLong(field: keyof ActionFields, what: string, text: string, most: number): Fault | null {
  const over = text.trim().length - most
  return over > 0 ? fault(field, `${what} is ${over} characters longer than the ${most} that fit`) : null
}

function fault(field: keyof ActionFields, message: string): Fault {
  return { field, message }
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}
