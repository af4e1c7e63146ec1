import { queryOptions } from '@tanstack/react-query'
import { paths } from '../contract/paths.ts'
import { getJson } from './client.ts'
import { firstReading } from './first-readings.ts'
import { freshFor, type PinnedView } from './view.ts'

export const overviewQuery = (view: PinnedView) =>
  queryOptions({
    queryKey: ['overview', view.edition, view.audience],
    queryFn: ({ signal }) => getJson(paths.overview(view), ({ OverviewReply }) => OverviewReply, signal),
    initialData: () => firstReading(paths.overview(view), ({ OverviewReply }) => OverviewReply),
    staleTime: freshFor(view),
  })
