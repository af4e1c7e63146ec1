import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { ApiError } from './api-error.ts'
import { freshFor, type PinnedView } from './view.ts'

/** Rows of the scorecard, for an overview that came without its analysis. */
export const rowAnalysesQuery = (view: PinnedView) =>
  queryOptions({
    queryKey: ['row-analyses', view.edition, view.audience],
    queryFn: async ({ client }) =>
      new Map((await computedHere(client, view)).rows.map(({ kpi, ...row }) => [kpi, row])),
    staleTime: freshFor(view),
  })

/** The whole edition computed in the browser, once for all that ask; its code comes only where it is needed. */
export const computedHere = (client: QueryClient, view: PinnedView) =>
  client.ensureQueryData({
    queryKey: ['computed-here', view.edition, view.audience],
    queryFn: async ({ signal }) => {
      const { computeEdition } = await import('./compute-edition.ts').catch(() => {
        throw new ApiError('network', 'What works out the analysis here could not be fetched.')
      })
      return await computeEdition(view, signal)
    },
    staleTime: freshFor(view),
  })
