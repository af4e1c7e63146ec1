import type { QueryClient } from '@tanstack/react-query'
import { kpisQuery } from '../api/kpis.ts'
import { overviewQuery } from '../api/overview.ts'
import { paths } from '../api/requests.ts'
import type { PinnedView } from '../api/view.ts'
import type { DescribedKpi } from '../domain/editions/describe-kpi.ts'
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
 * Dictionary and plan; the whole, unless a member is drawn in its place, with its analysis; and the part that the
 * address names. Only the dictionary knows a measure without a whole, whose categories are analysed all the same, and one
 * that is not held: where it was read, or an overview, it says so, and an address that was typed is taken at its word.
 */
export const readsOfMeasure: Reads = (view, { search, client, pathname }) => {
  const ofAll = [paths.kpis(view), paths.plan(view)]
  const id = nameAtEnd(pathname)
  const held = measuresHeld(client, view)
  const kpi = held?.find((one) => one.id === id)
  if (id === null || (held && !kpi)) return ofAll
  const { dimension = borough.dimension, member } = search
  const isPart = dimension !== borough.dimension
  const hasWhole = kpi?.aggregation !== 'X'
  const drawsWhole = hasWhole && !(isPart && member)
  const seriesBy = (one: string) => paths.series(view, { kpi: id, dimension: one })
  return [
    ...ofAll,
    ...(drawsWhole ? [seriesBy(borough.dimension)] : []),
    ...(drawsWhole || !hasWhole ? [paths.analysis(view, id)] : []),
    ...(isPart ? [seriesBy(dimension)] : []),
  ]
}

/** The measures of an edition as far as anything that was read knows them; undefined before. */
function measuresHeld(client: QueryClient, view: PinnedView): readonly HeldMeasure[] | undefined {
  return (
    client.getQueryData(kpisQuery(view).queryKey)?.kpis ??
    client.getQueryData(overviewQuery(view).queryKey)?.kpis
  )
}

type HeldMeasure = Pick<DescribedKpi, 'id' | 'aggregation'>

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
