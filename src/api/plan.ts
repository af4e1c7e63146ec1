import { queryOptions } from '@tanstack/react-query'
import { paths } from '../contract/paths.ts'
import { getJson } from './client.ts'
import { freshFor, type PinnedView } from './view.ts'

export const planQuery = (view: PinnedView) =>
  queryOptions({
    queryKey: ['plan', view.edition, view.audience],
    queryFn: ({ signal }) => getJson(paths.plan(view), ({ PlanReply }) => PlanReply, signal),
    staleTime: freshFor(view),
  })
