import type { Milestone, Release } from '../plans/plan.ts'

export const actionStatuses = [
  'open',
  'in-progress',
  'awaiting-confirmation',
  'closed',
  'superseded',
] as const
export type ActionStatus = (typeof actionStatuses)[number]

/** What of an action may change once it is recorded, named as in the API. */
export const actionFields = [
  'board',
  'action',
  'ownerRole',
  'due',
  'status',
  'closed',
  'carried',
  'link',
  'release',
  'whatChanged',
] as const
export type ActionField = (typeof actionFields)[number]

/** What somebody may write of an action; the rest follows from it. */
export type EditableField = Exclude<ActionField, 'closed' | 'carried'>

/** @example 'due' → true; 'carried', which follows from a later due date → false */
export function isEditable(field: ActionField): field is EditableField {
  return field !== 'closed' && field !== 'carried'
}

export const editableFields: readonly EditableField[] = actionFields.filter(isEditable)

/** Whatever of something may be said, and may be left out. */
export type Unsaid<Said> = { [Name in keyof Said]?: Said[Name] | undefined }

interface FieldChange {
  field: ActionField
  from: string | null
  to: string | null
}

/** One entry of an action's history: who changed what, and when. */
export interface ActionEvent {
  /** ISO instant */
  at: string
  byRole: string
  changes: readonly FieldChange[]
  /** for officers only */
  note: string | null
}

/** Something that a board asked for. Roles, never people. Dates are ISO days. */
export interface Action {
  id: string
  board: string
  raised: string
  /** what was asked for, as plain text or light Markdown */
  action: string
  ownerRole: string
  due: string
  /** the day on which it was closed or superseded; null while it is not */
  closed: string | null
  status: ActionStatus
  /** id of a measure or of a milestone */
  link: string | null
  /** how often it was carried over to a later day */
  carried: number
  release: Release
  /** what the action changed, for those who asked for it */
  whatChanged: string | null
  /** 1 when recorded, one more with each change */
  version: number
  /** oldest first */
  history: readonly ActionEvent[]
}

/**
 * Whether an action still asks for something: not closed and not superseded. What awaits confirmation is not
 * settled, because nobody has accepted it yet.
 *
 * @example isUnsettled({ status: 'awaiting-confirmation' }) → true
 */
export function isUnsettled({ status }: Pick<Action, 'status'>): boolean {
  return status !== 'closed' && status !== 'superseded'
}

/**
 * Whether an action is late on a day: work is still to be done and its date is before that day. What awaits
 * confirmation was done by its owner, and is not late.
 *
 * @example due 30 September, open, on 1 October → true; on 30 September → false
 */
export function isOverdueAction({ status, due }: Pick<Action, 'status' | 'due'>, asOf: string): boolean {
  return (status === 'open' || status === 'in-progress') && due < asOf
}

/**
 * The action that answers for a measure or a milestone: unsettled, and linked to it or, for a measure, to one of
 * its milestones. One linked to the measure itself comes before one linked to a milestone, and the earliest due
 * before others. Null where nobody has been asked to do anything.
 *
 * @example openActionFor('dp-clients', [A05 on milestone M26, whose measure is dp-clients], milestones) → A05
 */
export function openActionFor(
  link: string,
  actions: readonly Action[],
  milestones: readonly Pick<Milestone, 'id' | 'kpi'>[],
): Action | null {
  const own = milestones.filter(({ kpi }) => kpi === link).map(({ id }) => id)
  const unsettled = actions.filter(isUnsettled)
  return (
    earliestDue(unsettled.filter((action) => action.link === link)) ??
    earliestDue(unsettled.filter((action) => action.link !== null && own.includes(action.link)))
  )
}

function earliestDue(actions: readonly Action[]): Action | null {
  return actions.reduce<Action | null>(
    (first, action) => (first === null || action.due < first.due ? action : first),
    null,
  )
}

/** Fields whose earlier values were dates, counts or states, and so were never words for officers alone. */
const releasedFields: ReadonlySet<ActionField> = new Set(['due', 'status', 'closed', 'carried'])

/** @example 'whatChanged' → true; 'due' → false */
export function isWordsOf(
  field: ActionField,
): field is 'board' | 'action' | 'ownerRole' | 'link' | 'whatChanged' {
  return !releasedFields.has(field) && field !== 'release'
}

/**
 * The log as the protected set holds it: actions released to the public. History keeps changes of dates and
 * states; notes and earlier wordings stay with officers, since they may be from before the release. A link to a
 * milestone that is not released is dropped.
 *
 * @example a public action whose history says "moved: see the staffing report" → the move, without the note
 */
export function protectActions(
  actions: readonly Action[],
  milestones: readonly Pick<Milestone, 'id' | 'release'>[],
): Action[] {
  const withheld = new Set(milestones.filter(({ release }) => release !== 'public').map(({ id }) => id))
  return actions
    .filter(({ release }) => release === 'public')
    .map((action) => ({
      ...action,
      link: action.link !== null && withheld.has(action.link) ? null : action.link,
      history: action.history.flatMap((event) => {
        const changes = event.changes.filter(({ field }) => releasedFields.has(field))
        return changes.length ? [{ ...event, changes, note: null }] : []
      }),
    }))
}
