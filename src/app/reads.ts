import type { QueryClient } from '@tanstack/react-query'
import { overviewQuery } from '../api/overview.ts'
import { paths } from '../api/requests.ts'
import type { PinnedView } from '../api/view.ts'
import { borough } from '../domain/measures/measure.ts'
import type { RawSearch } from './search.ts'

interface Address {
  search: RawSearch
  client: QueryClient
  pathname: string
}

/** What a page is sure to read first, by the addresses of the service. */
export type Reads = (view: PinnedView, address: Address) => readonly string[]

/**
 * Dictionary and plan; and, where the address asks for no part of the measure, the series and the analysis of the
 * whole. Only the dictionary knows a measure without a whole, or one that is not held: an overview that was read says
 * so too, and an address that was typed is taken at its word.
 */
export const readsOfMeasure: Reads = (view, { search, client, pathname }) => {
  const id = nameAtEnd(pathname)
  const rows = client.getQueryData(overviewQuery(view).queryKey)?.kpis
  const row = rows?.find((one) => one.id === id)
  const hasWhole = rows ? row !== undefined && row.aggregation !== 'X' : true
  const ofAll = [paths.kpis(view), paths.plan(view)]
  if (id === null || !hasWhole || (search.dimension ?? borough.dimension) !== borough.dimension) return ofAll
  return [...ofAll, paths.series(view, { kpi: id, dimension: borough.dimension }), paths.analysis(view, id)]
}

/**
 * Null where it cannot be read: the page says so. Hosts of files end an address with a slash.
 *
 * @example '/kpis/ot-waiting' and '/kpis/ot-waiting/' → 'ot-waiting'; '/kpis/%E0' → null
 */
function nameAtEnd(pathname: string): string | null {
  const path = pathname.replace(/\/$/, '')
  try {
    return decodeURIComponent(path.slice(path.lastIndexOf('/') + 1))
  } catch {
    return null
  }
}

/** What is drawn is a measure's trend unless the address says otherwise. */
export const readsOfBriefing: Reads = (view, address) =>
  (address.search.kind ?? 'trend') === 'trend' ? readsOfMeasure(view, address) : [paths.kpis(view)]

/** The log of today while it is asked for or written in, else the edition's. */
export const readsOfActions: Reads = (view, { search: { log, new: isNew, change } }) => [
  log === 'live' || isNew || change ? paths.liveActions(view.audience) : paths.actions(view),
  paths.kpis(view),
  paths.plan(view),
]

/** An edition that the address names is only compared with once it is known to be an earlier one. */
export const readsOfChanges: Reads = (view, { search: { from, to } }) =>
  from || to ? [] : [paths.changes(view)]

/** A stored pack; what it holds is read from it. */
export const readsOfPack: Reads = (_view, { search: { pack, items } }) =>
  pack && !items ? [paths.pack(pack)] : []
