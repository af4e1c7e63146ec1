import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { PackSources } from '../domain/packs/ready/ready-pack.ts'
import { actionsQuery } from './actions.ts'
import { impactsQuery } from './analysis.ts'
import { ApiError } from './api-error.ts'
import { changesQuery } from './changes.ts'
import { rowAnalysesQuery } from './computed-here.ts'
import { overviewQuery } from './overview.ts'
import { planQuery } from './plan.ts'
import { freshFor, type PinnedView } from './view.ts'

/**
 * What the ready-made packs of an edition are made of: always the protected set, whoever reads.
 * @param asOf the day of its data
 */
export const packSourcesQuery = (edition: number, asOf: string) => {
  const view: PinnedView = { edition, audience: 'protected' }
  return queryOptions({
    queryKey: ['pack-sources', edition, view.audience],
    queryFn: async ({ client }): Promise<PackSources> => {
      const [rows, { milestones, impacts }, changes, { actions }] = await Promise.all([
        readRows(client, view),
        readPlan(client, view),
        readChanges(client, view),
        client.ensureQueryData(actionsQuery(view)),
      ])
      return { asOf, rows, milestones, impacts, changes, actions }
    },
    staleTime: freshFor(view),
    retry: false,
  })
}

async function readRows(client: QueryClient, view: PinnedView): Promise<PackSources['rows']> {
  const { kpis } = await client.ensureQueryData(overviewQuery(view))
  if (kpis.every((row) => row.analysis !== undefined)) return kpis
  const computed = await client.ensureQueryData(rowAnalysesQuery(view))
  return kpis.map((row) => ({ ...row, analysis: computed.get(row.id) ?? null }))
}

async function readPlan(client: QueryClient, view: PinnedView) {
  const { milestones, impacts } = await client.ensureQueryData(planQuery(view))
  const isJudged = impacts !== undefined || milestones.length === 0
  return {
    milestones,
    impacts: isJudged ? (impacts ?? []) : await client.ensureQueryData(impactsQuery(view)),
  }
}

/** Null before the first edition, and in a copy that holds one edition alone. */
async function readChanges(client: QueryClient, view: PinnedView): Promise<PackSources['changes']> {
  try {
    const { from, signals, restated, milestones } = await client.ensureQueryData(
      changesQuery(view, undefined),
    )
    if (from === null) return null
    return {
      from,
      signals: signals?.changed.filter(({ after }) => after !== null).length ?? 0,
      restated: restated.length,
      milestones: milestones.length,
    }
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return null
    throw error
  }
}
