import { queryOptions } from '@tanstack/react-query'
import type { KpiAnalysis, SignalsReply } from '../contract/analysis.ts'
import { paths } from '../contract/paths.ts'
import { ApiError } from './api-error.ts'
import { getJson } from './client.ts'
import { computedHere } from './computed-here.ts'
import { freshFor, type PinnedView } from './view.ts'

/** The stored analysis of one measure; behind an API that offers figures only, computed here from those. */
export const analysisQuery = (view: PinnedView, kpi: string) =>
  queryOptions({
    queryKey: ['analysis', view.edition, view.audience, kpi],
    queryFn: async ({ signal, client }): Promise<KpiAnalysis | null> => {
      const analyses = await readOrCompute(
        async () =>
          (await getJson(paths.analysis(view, kpi), ({ AnalysisReply }) => AnalysisReply, signal)).analyses,
        async () => (await computedHere(client, view)).kpis,
      )
      return analyses.find((analysis) => analysis.kpi === kpi) ?? null
    },
    staleTime: freshFor(view),
  })

/** Every tested series, ranked. */
export const signalsQuery = (view: PinnedView) =>
  queryOptions({
    queryKey: ['signals', view.edition, view.audience],
    queryFn: async ({ signal, client }): Promise<SignalsReply> =>
      await readOrCompute(
        async () => await getJson(paths.signals(view), ({ SignalsReply }) => SignalsReply, signal),
        async () => {
          const { family, bearableFalseAlarms } = await computedHere(client, view)
          return { ...view, bearableFalseAlarms, ...family }
        },
      ),
    staleTime: freshFor(view),
  })

/** Delivery against impact, for a plan that came without it. */
export const impactsQuery = (view: PinnedView) =>
  queryOptions({
    queryKey: ['impacts', view.edition, view.audience],
    queryFn: async ({ client }) => (await computedHere(client, view)).impacts,
    staleTime: freshFor(view),
  })

/** An API without the resource answers 404, as it does for a measure that it does not know. */
async function readOrCompute<Result>(
  read: () => Promise<Result>,
  compute: () => Promise<Result>,
): Promise<Result> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return await compute()
    throw error
  }
}
