import { queryOptions } from '@tanstack/react-query'
import { paths } from '../contract/paths.ts'
import { getJson } from './client.ts'
import { freshFor, type PinnedView } from './view.ts'

export const dataQualityQuery = (view: PinnedView) =>
  queryOptions({
    queryKey: ['data-quality', view.edition, view.audience],
    queryFn: ({ signal }) =>
      getJson(paths.dataQuality(view), ({ DataQualityReply }) => DataQualityReply, signal),
    staleTime: freshFor(view),
  })
