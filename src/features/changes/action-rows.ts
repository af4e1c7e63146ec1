import { isUnsettled } from '../../domain/actions/action.ts'
import type { EditionChanges } from '../../domain/changes/compare-editions.ts'
import { countOf } from '../../domain/measures/format.ts'
import { formatDate } from '../../domain/periods/labels.ts'
import type { MeasureBook } from './figure-rows.ts'

type ActionChange = EditionChanges['actions'][number]

export interface ActionRow {
  key: string
  action: string
  board: string
  owner: string
  /** what happened, one sentence each */
  happened: string[]
  isOverdue: boolean
  /** whether the log of this edition holds it, so that a link can lead there */
  isListed: boolean
  /** '17 Sep 2025 to 19 Dec 2025', or the date that stands */
  due: string
  /** null where it is linked to no measure */
  kpi: string | null
  measure: string
  /** what was different once it was done */
  outcome: string
  rank: number
}

/** What is done with first, then what is late, carried over and new. */
export function actionRows(changes: readonly ActionChange[], measures: MeasureBook): ActionRow[] {
  return changes.map((change) => rowOf(change, measures)).toSorted((a, b) => a.rank - b.rank)
}

function rowOf(change: ActionChange, measures: MeasureBook): ActionRow {
  const { id, action, board, ownerRole, kpi, whatChanged, after } = change
  const measure = kpi === null ? undefined : measures.get(kpi)
  return {
    key: id,
    action,
    board,
    owner: ownerRole,
    happened: change.changes.map((kind) => wordsOf(kind, change)),
    isOverdue: change.changes.includes('overdue'),
    isListed: after !== null,
    due: dueOf(change),
    kpi: measure?.id ?? null,
    measure: measure?.name ?? 'No measure',
    outcome: whatChanged ?? (after && isUnsettled(after) ? 'Not closed yet' : 'Not recorded'),
    rank: rankOf(change),
  }
}

function wordsOf(
  kind: ActionChange['changes'][number],
  { raised, before, after }: Pick<ActionChange, 'raised' | 'before' | 'after'>,
): string {
  switch (kind) {
    case 'raised':
      return `Raised on ${formatDate(raised)}`
    case 'listed':
      return `New in this log, raised on ${formatDate(raised)}`
    case 'closed':
      return after?.closed ? `Closed on ${formatDate(after.closed)}` : 'Closed'
    case 'superseded':
      return 'Superseded by another action'
    case 'reopened':
      return 'Opened again'
    case 'awaiting-confirmation':
      return 'Done, waiting to be confirmed'
    case 'moved':
      return movedWords(before, after)
    case 'overdue':
      return 'Became overdue'
    case 'withdrawn':
      return 'No longer in this log'
  }
}

function movedWords(before: ActionChange['before'], after: ActionChange['after']): string {
  if (!before || !after || after.due < before.due) return 'Brought forward'
  return after.carried > 1 ? `Carried over, now ${countOf(after.carried, 'time')}` : 'Carried over'
}

function dueOf({ before, after }: ActionChange): string {
  const due = (after ?? before)?.due
  if (!due) return ''
  return before && after && before.due !== after.due
    ? `${formatDate(before.due)} to ${formatDate(after.due)}`
    : formatDate(due)
}

const ranks: readonly (readonly ActionChange['changes'][number][])[] = [
  ['closed'],
  ['awaiting-confirmation', 'superseded'],
  ['overdue', 'reopened'],
  ['moved'],
]

function rankOf({ changes }: ActionChange): number {
  const rank = ranks.findIndex((kinds) => kinds.some((kind) => changes.includes(kind)))
  return rank < 0 ? ranks.length : rank
}
