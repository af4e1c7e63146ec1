import { queryOptions } from '@tanstack/react-query'
import { paths } from '../contract/paths.ts'
import { getJson } from './client.ts'
import { freshFor, type PinnedView } from './view.ts'

export const kpisQuery = (view: PinnedView) =>
  queryOptions({
    queryKey: ['kpis', view.edition, view.audience],
    queryFn: ({ signal }) => getJson(paths.kpis(view), ({ KpisReply }) => KpisReply, signal),
    staleTime: freshFor(view),
  })
