import type { QueryClient } from '@tanstack/react-query'
import { kpisQuery } from '../../../api/kpis.ts'
import type { ExhibitOrigin } from '../../../domain/exhibits/exhibit.ts'
import { type AssembledTrend, assembleTrend } from '../../../domain/trends/assemble-trend.ts'
import { chooseBreakdown } from '../../../domain/trends/parts/choose-breakdown.ts'
import type { TrendLayer } from '../../../domain/trends/trend.ts'
import type { KpiSearch } from '../measure-search.ts'
import { trendQuery } from './trend-query.ts'

/**
 * The trend that a measure's page would show at an address, read through the same cache.
 * @throws Error where the edition holds no such measure, the address names no part of it that can be drawn, or
 * anything of it could not be read: what leaves the building is whole
 */
export async function readTrend(
  { edition, audience }: ExhibitOrigin,
  { kpi: kpiId, search, layers }: { kpi: string; search: KpiSearch; layers: readonly TrendLayer[] },
  queries: QueryClient,
): Promise<AssembledTrend> {
  const view = { edition: edition.number, audience }
  const asOf = edition.dataAsAt
  const { kpis } = await queries.ensureQueryData(kpisQuery(view))
  const kpi = kpis.find(({ id }) => id === kpiId)
  if (!kpi) throw new Error(`This edition holds no measure “${kpiId}” for this audience.`)
  const breakdown = chooseBreakdown(kpi, search)
  if (breakdown.notice) throw new Error(breakdown.notice)
  if (!breakdown.drawn) throw new Error(`${kpi.name} has no total to draw: choose one of its categories.`)
  const { failures, ...read } = await queries.fetchQuery(trendQuery(view, { kpi, breakdown, asOf }))
  const [failure] = failures
  if (failure) throw failure.error
  return assembleTrend(read, { search, layers, asOf })
}
