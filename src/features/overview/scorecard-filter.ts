import { compareNames } from '../../domain/measures/compare-names.ts'
import { themes } from '../../domain/measures/measure.ts'
import { holdsAll } from '../../domain/search/fold.ts'
import { type OverviewSearch, type Signal, type SortKey, verdicts } from './overview-search.ts'
import { isWorthALook, needsAttention, type RowModel } from './scorecard-model.ts'

/** The rows that the address asks for, in the order that it asks for. */
export function selectRows(rows: readonly RowModel[], search: OverviewSearch): RowModel[] {
  const kept = rows.filter(
    (row) =>
      (search.theme === undefined || row.theme === search.theme) &&
      (search.owner === undefined || row.owner === search.owner) &&
      (search.standing === undefined || row.plan.standing === search.standing) &&
      (search.signal === undefined || hasSignal(row, search.signal)) &&
      holdsAll(`${row.name} ${row.unit} ${row.id}`, search.find ?? ''),
  )
  const sort = search.sort ?? 'theme'
  // the order of the edition is the order of themes; everything else is one list
  return sort === 'theme' ? kept : sortRows(kept, sort, search.order ?? 'up')
}

function hasSignal(row: RowModel, signal: Signal): boolean {
  switch (signal) {
    case 'attention':
      return needsAttention(row)
    case 'look':
      return isWorthALook(row)
    default:
      return row.variation.verdict === signal
  }
}

function sortRows(
  rows: readonly RowModel[],
  key: Exclude<SortKey, 'theme'>,
  order: 'up' | 'down',
): RowModel[] {
  const sign = order === 'up' ? 1 : -1
  return [...rows].sort((a, b) => {
    const left = sortValue(a, key)
    const right = sortValue(b, key)
    // what is not known comes last, whichever way round
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
    return sign * (typeof left === 'string' ? compareNames(left, String(right)) : left - Number(right))
  })
}

const standingRank = { behind: 0, unknown: 1, 'on-plan': 2, 'no-plan': 3 } as const
const statusRank = { overdue: 0, missing: 1, suppressed: 2, provisional: 3, final: 4 } as const

function sortValue(row: RowModel, key: Exclude<SortKey, 'theme'>): string | number | null {
  switch (key) {
    case 'name':
      return row.name
    case 'value':
      return row.value.number
    case 'month':
      return row.onPeriod.number
    case 'year':
      return row.onYear.number
    case 'attention':
      return row.attention?.rank ?? null
    case 'signal':
      return verdicts.indexOf(row.variation.verdict)
    case 'plan':
      return standingRank[row.plan.standing]
    case 'milestone':
      return row.milestone?.due ?? null
    case 'status':
      return statusRank[row.figure.status]
  }
}

/** Whether the address leaves measures out. */
export function isFiltered({ theme, owner, standing, signal, find }: OverviewSearch): boolean {
  return Boolean(theme || owner || standing || signal || find)
}

/** Rows under their themes, in the themes' own order; themes without a row are left out. */
export function groupByTheme(rows: readonly RowModel[]) {
  return themes
    .map((theme) => ({ theme, rows: rows.filter((row) => row.theme === theme) }))
    .filter((group) => group.rows.length > 0)
}

/** Whether a measure needs attention or is not known: what stays open where the rest is folded. */
export function needsLooking(row: Pick<RowModel, 'attention' | 'variation'>): boolean {
  return needsAttention(row) || row.variation.verdict === 'unknown'
}
