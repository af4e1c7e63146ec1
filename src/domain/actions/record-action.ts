import type { Action, Unsaid } from './action.ts'
import type { ActionAuthor } from './change-action.ts'

/** What is said when an action is recorded; it is open from then on. */
export interface NewAction
  extends Pick<Action, 'board' | 'action' | 'ownerRole' | 'due'>,
    // raised on the day of the recording, linked to nothing and for officers, where that is not said
    Unsaid<Pick<Action, 'raised' | 'link' | 'release'>> {
  note?: string | null | undefined
}

/**
 * A new action, open, with its recording as the first entry of its history.
 *
 * @example recordAction('A61', { board: 'Performance review', … }, author) → version 1, carried 0
 */
export function recordAction(id: string, given: NewAction, { name, at, day }: ActionAuthor): Action {
  const { note, raised = day, link = null, release = 'officer', ...asked } = given
  return {
    ...asked,
    id,
    raised,
    closed: null,
    status: 'open',
    link,
    carried: 0,
    release,
    whatChanged: null,
    version: 1,
    history: [
      {
        at,
        byRole: name,
        changes: [{ field: 'status', from: null, to: 'open' }],
        note: note?.trim() || null,
      },
    ],
  }
}

/**
 * The next free id in the form that most ids have: A and a number of at least two digits.
 *
 * @example nextActionId(['A01', 'A60', 'board-7']) → 'A61'
 */
export function nextActionId(ids: Iterable<string>): string {
  let highest = 0
  for (const id of ids) highest = Math.max(highest, Number(/^A(\d{1,9})$/.exec(id)?.[1] ?? 0))
  return `A${String(highest + 1).padStart(2, '0')}`
}
