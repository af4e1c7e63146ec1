import type * as z from 'zod/mini'
import type { Audience } from '../common.ts'
import { type Edition, EditionsReply } from '../editions.ts'
import { type Kpi, KpisReply } from '../kpis.ts'
import { OverviewReply } from '../overview.ts'
import { paths, type View } from '../paths.ts'
import { PlanReply } from '../plan.ts'
import { SeriesReply } from '../series.ts'
import { Session } from '../session.ts'
import { type ApiUnderCheck, NotReadable } from './api-under-check.ts'
import { checkShape } from './check-shape.ts'

/** A pinned view: what every immutable reply is about. */
export type PinnedView = View & { edition: number }

async function readValid<T>(api: ApiUnderCheck, address: string, schema: z.ZodMiniType<T>): Promise<T> {
  const { value } = checkShape(await api.get(address), schema)
  if (value === null) throw new NotReadable(address)
  return value
}

export const readSession = (api: ApiUnderCheck) => readValid(api, paths.session(), Session)
export const readEditions = (api: ApiUnderCheck) => readValid(api, paths.editions(), EditionsReply)
export const readKpis = (api: ApiUnderCheck, view: View) => readValid(api, paths.kpis(view), KpisReply)
export const readOverview = (api: ApiUnderCheck, view: View) =>
  readValid(api, paths.overview(view), OverviewReply)
export const readPlan = (api: ApiUnderCheck, view: View) => readValid(api, paths.plan(view), PlanReply)
export const readSeries = (api: ApiUnderCheck, address: string) => readValid(api, address, SeriesReply)

/** The edition that a first visit would show: the newest that has not been withdrawn. */
export async function newestEdition(api: ApiUnderCheck): Promise<Edition> {
  const { editions } = await readEditions(api)
  const newest = editions.find(({ withdrawn }) => !withdrawn)
  if (!newest) throw new NotReadable('no edition')
  return newest
}

/** The pinned view that the suite reads: the newest edition as everybody may see it. */
export async function pinnedView(api: ApiUnderCheck, audience: Audience = 'protected'): Promise<PinnedView> {
  return { edition: (await newestEdition(api)).number, audience }
}

export interface SeriesRequest {
  address: string
  kpis: Kpi[]
  dimension: string
}

/** Addresses that together read every series of a view, each dimension of each measure once. */
export async function seriesRequests(api: ApiUnderCheck, view: View): Promise<SeriesRequest[]> {
  const { kpis } = await readKpis(api, view)
  const dimensions = new Set(kpis.flatMap((kpi) => kpi.dimensions.map(({ id }) => id)))
  return [...dimensions].flatMap((dimension) => {
    const holding = kpis.filter((kpi) => kpi.dimensions.some(({ id }) => id === dimension))
    return chunks(holding, api.kpisPerRequest).map((some) => ({
      address: paths.series(view, { kpi: some.map(({ id }) => id), dimension }),
      kpis: some,
      dimension,
    }))
  })
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}
