import { queryOptions } from '@tanstack/react-query'
import { KpisReply } from '../contract/kpis.ts'
import { paths } from '../contract/paths.ts'
import { getJson } from './client.ts'
import { freshFor, type PinnedView } from './view.ts'

export const kpisQuery = (view: PinnedView) =>
  queryOptions({
    queryKey: ['kpis', view.edition, view.audience],
    queryFn: ({ signal }) => getJson(paths.kpis(view), KpisReply, signal),
    staleTime: freshFor(view),
  })
