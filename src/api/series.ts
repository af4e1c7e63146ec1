import { queryOptions } from '@tanstack/react-query'
import { paths, type SeriesSelection } from '../contract/paths.ts'
import { SeriesReply } from '../contract/series.ts'
import { getJson } from './client.ts'
import { freshFor, type PinnedView } from './view.ts'

export const seriesQuery = (view: PinnedView, selection: SeriesSelection) =>
  queryOptions({
    queryKey: ['series', view.edition, view.audience, selection],
    queryFn: ({ signal }) => getJson(paths.series(view, selection), SeriesReply, signal),
    staleTime: freshFor(view),
  })
