import { compareNames } from '../../domain/measures/compare-names.ts'
import type { ActionRow } from './action-rows.ts'
import type { ActionsSearch, StatusChoice } from './actions-search.ts'

/** The actions that the address asks for. */
export function selectActions(rows: readonly ActionRow[], search: ActionsSearch): ActionRow[] {
  return rows.filter(
    (row) =>
      (search.board === undefined || row.action.board === search.board) &&
      (search.owner === undefined || row.action.ownerRole === search.owner) &&
      (search.status === undefined || hasStatus(row, search.status)) &&
      (search.overdue === undefined || row.isOverdue) &&
      (search.carried === undefined || row.action.carried > 0) &&
      (search.linked === undefined || row.measure === null) &&
      (search.kpi === undefined || row.measure?.id === search.kpi),
  )
}

function hasStatus({ action, isUnsettled }: ActionRow, choice: StatusChoice): boolean {
  return choice === 'unsettled' ? isUnsettled : action.status === choice
}

export interface ActionGroup {
  /** null where the actions are one list */
  board: string | null
  rows: readonly ActionRow[]
}

/** Actions under the boards that asked for them, by name; one list where that was chosen. */
export function groupActions(rows: readonly ActionRow[], group: ActionsSearch['group']): ActionGroup[] {
  if (group === 'none') return rows.length > 0 ? [{ board: null, rows }] : []
  return [...Map.groupBy(rows, ({ action }) => action.board)]
    .map(([board, own]) => ({ board, rows: own }))
    .sort((a, b) => compareNames(a.board, b.board))
}
