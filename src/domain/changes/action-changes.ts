import { type Action, type ActionStatus, isOverdueAction, isUnsettled } from '../actions/action.ts'
import type { Milestone } from '../plans/plan.ts'

export const actionChangeKinds = [
  // raised since the data of the earlier edition
  'raised',
  // older than that, and not in the log of the earlier edition
  'listed',
  'closed',
  'superseded',
  'reopened',
  'awaiting-confirmation',
  // due on another day
  'moved',
  'overdue',
  // no longer in the log
  'withdrawn',
] as const
type ActionChangeKind = (typeof actionChangeKinds)[number]

interface ActionState {
  status: ActionStatus
  due: string
  closed: string | null
  carried: number
  isOverdue: boolean
}

export interface ActionChange
  extends Pick<Action, 'id' | 'board' | 'action' | 'ownerRole' | 'raised' | 'link' | 'whatChanged'> {
  /** the measure that it is linked to, itself or by a milestone */
  kpi: string | null
  changes: ActionChangeKind[]
  before: ActionState | null
  after: ActionState | null
}

interface LogOfEdition {
  actions: readonly Action[]
  milestones: readonly Pick<Milestone, 'id' | 'kpi'>[]
  dataAsAt: string
}

/**
 * Actions that stand otherwise in the frozen log of the later of two editions, each late or not on the day of its
 * own edition. That work on one has begun, and other wordings, are no change.
 *
 * @example open on 4 September, closed on the 17th → changes ['closed'], after.closed '2025-09-17'
 */
export function compareActions(from: LogOfEdition, to: LogOfEdition): ActionChange[] {
  const earlier = new Map(from.actions.map((action) => [action.id, action]))
  const later = new Set(to.actions.map(({ id }) => id))
  return [
    ...to.actions.flatMap((action) => compareAction(earlier.get(action.id) ?? null, action, from, to)),
    ...from.actions
      .filter(({ id }) => !later.has(id))
      .flatMap((action) => compareAction(action, null, from, to)),
  ]
}

function compareAction(
  was: Action | null,
  is: Action | null,
  from: LogOfEdition,
  to: LogOfEdition,
): ActionChange[] {
  const known = is ?? was
  if (!known) return []
  const before = was && stateOf(was, from.dataAsAt)
  const after = is && stateOf(is, to.dataAsAt)
  const changes = changesBetween(before, after, known.raised > from.dataAsAt)
  if (!changes.length) return []
  const { id, board, action, ownerRole, raised, link, whatChanged } = known
  const milestone = (is ? to : from).milestones.find((one) => one.id === link)
  const kpi = milestone ? milestone.kpi : link
  return [{ id, board, action, ownerRole, raised, link, whatChanged, kpi, changes, before, after }]
}

function stateOf(action: Action, asOf: string): ActionState {
  const { status, due, closed, carried } = action
  return { status, due, closed, carried, isOverdue: isOverdueAction(action, asOf) }
}

function changesBetween(
  before: ActionState | null,
  after: ActionState | null,
  isRaisedSince: boolean,
): ActionChangeKind[] {
  if (!after) return ['withdrawn']
  const changes: ActionChangeKind[] = []
  if (!before) changes.push(isRaisedSince ? 'raised' : 'listed')
  if (before?.status !== after.status) {
    if (
      after.status === 'closed' ||
      after.status === 'superseded' ||
      after.status === 'awaiting-confirmation'
    )
      changes.push(after.status)
    if (before && !isUnsettled(before) && isUnsettled(after)) changes.push('reopened')
  }
  if (before && before.due !== after.due) changes.push('moved')
  if (!before?.isOverdue && after.isOverdue) changes.push('overdue')
  return changes
}
