import type { Action } from '../../../api/actions.ts'
import { isOverdueAction, isUnsettled } from '../../../domain/actions/action.ts'
import { countOf } from '../../../domain/measures/format.ts'
import { formatDate } from '../../../domain/periods/labels.ts'
import type { Milestone } from '../../../domain/plans/plan.ts'
import { type ActionMark, actionMarks, overdueActionMark } from '../../../ui/action-marks.ts'

export interface LinkedAction {
  id: string
  /** what was asked for: plain text or light Markdown */
  text: string
  mark: ActionMark
  /** 'Performance review, raised 12 Sep 2025' */
  asked: string
  ownerRole: string
  /** 'Due 30 Nov 2025, carried over 2 times' or 'Closed 10 Oct 2025' */
  dates: string
  /** what was different once it was done */
  whatChanged: string | null
  /** of which milestone it is, where it is not of the measure itself */
  milestone: string | null
}

export interface LinkedActions {
  /** those that still ask for something, the earliest due first */
  unsettled: LinkedAction[]
  /** closed and superseded, the latest first */
  settled: LinkedAction[]
}

/** The actions on a measure or on one of its milestones, as of the edition's day. */
export function actionsAbout(
  kpiId: string,
  { actions, asOf }: { actions: readonly Action[]; asOf: string },
  milestones: readonly Pick<Milestone, 'id' | 'kpi' | 'title'>[],
): LinkedActions {
  const titles = new Map(milestones.filter(({ kpi }) => kpi === kpiId).map(({ id, title }) => [id, title]))
  const own = actions.filter(({ link }) => link !== null && (link === kpiId || titles.has(link)))
  const line = (action: Action) => describeAction(action, asOf, titles.get(action.link ?? '') ?? null)
  return {
    unsettled: own
      .filter(isUnsettled)
      .sort((a, b) => compare(a.due, b.due) || compare(a.id, b.id))
      .map(line),
    settled: own
      .filter((action) => !isUnsettled(action))
      .sort((a, b) => compare(b.closed ?? '', a.closed ?? '') || compare(a.id, b.id))
      .map(line),
  }
}

function describeAction(action: Action, asOf: string, milestone: string | null): LinkedAction {
  const { board, carried, closed, due, id, ownerRole, raised, status, whatChanged } = action
  const carriedOver = carried > 0 ? `, carried over ${countOf(carried, 'time')}` : ''
  return {
    id,
    text: action.action,
    mark: isOverdueAction(action, asOf) ? overdueActionMark : actionMarks[status],
    asked: `${board}, raised ${formatDate(raised)}`,
    ownerRole,
    dates:
      closed === null
        ? `Due ${formatDate(due)}${carriedOver}`
        : `${actionMarks[status].word} ${formatDate(closed)}${carriedOver}`,
    whatChanged: whatChanged?.trim() ? whatChanged : null,
    milestone,
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
