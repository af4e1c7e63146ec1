import { queryOptions } from '@tanstack/react-query'
import type { SeriesSelection } from '../contract/paths.ts'
import type { SeriesReply } from '../contract/series.ts'
import { getJson } from './client.ts'
import { seriesPaths } from './static-edition.ts'
import { freshFor, type PinnedView } from './view.ts'

export const seriesQuery = (view: PinnedView, selection: SeriesSelection) =>
  queryOptions({
    queryKey: ['series', view.edition, view.audience, selection],
    queryFn: async ({ signal }): Promise<SeriesReply> => {
      const asked = seriesPaths(view, selection)
      const replies = await Promise.all(
        asked.map((path) => getJson(path, ({ SeriesReply }) => SeriesReply, signal)),
      )
      return { ...view, series: replies.flatMap(({ series }) => series) }
    },
    staleTime: freshFor(view),
  })
