import { may } from '../session/role-table.ts'
import {
  type Action,
  type ActionEvent,
  type ActionField,
  actionFields,
  type EditableField,
  isWordsOf,
  type Unsaid,
} from './action.ts'
import { reachableFrom, statusesFrom } from './transitions.ts'

/** What somebody asks to change; what is not named stands. */
export interface ActionEdit extends Unsaid<Pick<Action, EditableField>> {
  /** why, for officers */
  note?: string | null | undefined
}

export interface ActionAuthor {
  /** role of the session, which decides what may be done */
  role: string
  /** what the history calls it */
  name: string
  /** ISO instant */
  at: string
  /** the same as a day where the council is */
  day: string
}

export type ActionOutcome =
  | { kind: 'changed'; action: Action }
  | { kind: 'unchanged'; action: Action }
  /** the role may not */
  | { kind: 'not-permitted'; message: string }
  /** nobody may */
  | { kind: 'refused'; field: ActionField; value: string; allowed: string }

/**
 * An action after an edit: one version on, with what changed in its history. A later due date counts as carried
 * over; closing and superseding set the day, reopening clears it. To close it, what changed must be said.
 *
 * @example due 30 September → 31 October: carried 0 → 1, version 1 → 2
 */
export function changeAction(before: Action, edit: ActionEdit, author: ActionAuthor): ActionOutcome {
  const refusal = refuseToRelease(before, edit, author) ?? refuse(before, edit, author)
  if (refusal) return refusal
  const after = { ...before, ...followingFrom(before, edit, author.day) }
  const changes = changesBetween(before, after)
  const note = edit.note?.trim() || null
  if (!changes.length && note === null) return { kind: 'unchanged', action: before }
  const event: ActionEvent = { at: author.at, byRole: author.name, changes, note }
  return {
    kind: 'changed',
    action: { ...after, version: before.version + 1, history: [...before.history, event] },
  }
}

/** Everybody reads what is released: who may not release it may neither do so nor put other words in its place. */
function refuseToRelease(before: Action, edit: ActionEdit, { role }: ActionAuthor): ActionOutcome | null {
  if (may(role, 'release texts') || (edit.release ?? before.release) !== 'public') return null
  if (before.release !== 'public') {
    return {
      kind: 'not-permitted',
      message:
        'Leads and the director say what everybody may read. Save it for officers, and ask one of them.',
    }
  }
  const isReworded = actionFields.some(
    (field) => isWordsOf(field) && edit[field] !== undefined && edit[field] !== before[field],
  )
  return isReworded
    ? {
        kind: 'not-permitted',
        message:
          'This action is released, so its words are changed by leads and the director. Say that it is for officers, or ask one of them.',
      }
    : null
}

function refuse(
  before: Action,
  { status = before.status, due, whatChanged }: ActionEdit,
  { role }: ActionAuthor,
): ActionOutcome | null {
  if (due !== undefined && due < before.raised) {
    return { kind: 'refused', field: 'due', value: due, allowed: `a day from ${before.raised}` }
  }
  if (status === before.status) return null
  const reachable = reachableFrom(before.status)
  if (!reachable.includes(status)) {
    return { kind: 'refused', field: 'status', value: status, allowed: reachable.join(', ') }
  }
  if (!statusesFrom(before.status, role).includes(status)) {
    return { kind: 'not-permitted', message: `This role may not set an action to ${status}.` }
  }
  const said = whatChanged === undefined ? before.whatChanged : whatChanged
  return status === 'closed' && !said?.trim()
    ? {
        kind: 'refused',
        field: 'whatChanged',
        value: said ?? '',
        allowed: 'a sentence on what the action changed, before it is closed',
      }
    : null
}

/** The fields as asked for, and those that follow from them. */
function followingFrom(before: Action, { note: _, ...edit }: ActionEdit, day: string): Partial<Action> {
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
  const { status = before.status, due = before.due }: ActionEdit = given
  const isSettled = status === 'closed' || status === 'superseded'
  return {
    ...given,
    ...('whatChanged' in given ? { whatChanged: edit.whatChanged?.trim() || null } : {}),
    closed: status === before.status ? before.closed : isSettled ? day : null,
    carried: due > before.due ? before.carried + 1 : before.carried,
  }
}

function changesBetween(before: Action, after: Action): ActionEvent['changes'] {
  return actionFields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, from: textOf(before[field]), to: textOf(after[field]) }))
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value)
}
