import { compareNames } from '../../domain/measures/compare-names.ts'
import type { PlanRow } from './plan-rows.ts'
import { deliveries, impactGroups, type PlanSearch, type SortKey } from './plan-search.ts'

/** The milestones that the address asks for, in the order that it asks for. */
export function selectRows(rows: readonly PlanRow[], search: PlanSearch): PlanRow[] {
  const kept = rows.filter(
    (row) =>
      (search.workstream === undefined || row.workstream.id === search.workstream) &&
      (search.delivery === undefined || row.delivery === search.delivery) &&
      (search.impact === undefined || row.impact?.group === search.impact) &&
      (search.owner === undefined || row.owner === search.owner) &&
      (search.theme === undefined || row.theme === search.theme),
  )
  const { sort } = search
  return sort === undefined ? kept : kept.toSorted((a, b) => compare(a, b, sort))
}

/** What a reader looks for first comes first: the earliest date, the longest slip, the smallest chance. */
function compare(a: PlanRow, b: PlanRow, key: SortKey): number {
  switch (key) {
    case 'date':
      return a.current.localeCompare(b.current)
    case 'slip':
      return b.slipWorkingDays - a.slipWorkingDays
    case 'moves':
      return b.moves.length - a.moves.length
    case 'delivery':
      return deliveries.indexOf(a.delivery) - deliveries.indexOf(b.delivery)
    case 'impact':
      return impactRank(a) - impactRank(b)
    case 'chance':
      // what cannot be asked comes last
      return (a.impact?.chance ?? 2) - (b.impact?.chance ?? 2)
    case 'owner':
      return compareNames(a.owner, b.owner)
  }
}

function impactRank({ impact }: PlanRow): number {
  return impact ? impactGroups.indexOf(impact.group) : impactGroups.length
}

export interface RowGroup {
  /** null where the rows are one list, in an order of its own */
  workstream: PlanRow['workstream'] | null
  rows: readonly PlanRow[]
}

/** Milestones under their workstreams, in the order of the plan; one list where another order was asked for. */
export function groupRows(rows: readonly PlanRow[], sort: SortKey | undefined): RowGroup[] {
  if (sort !== undefined) return rows.length > 0 ? [{ workstream: null, rows }] : []
  const groups = Map.groupBy(rows, ({ workstream }) => workstream.id)
  return [...groups.values()].map((own) => ({ workstream: own[0]?.workstream ?? null, rows: own }))
}

/** Whether the address leaves milestones out. */
export function isFiltered({ workstream, delivery, impact, owner, theme }: PlanSearch): boolean {
  return Boolean(workstream || delivery || impact || owner || theme)
}
