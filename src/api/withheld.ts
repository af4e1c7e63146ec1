import { queryOptions } from '@tanstack/react-query'
import { officerPaths } from '../contract/officer-paths.ts'
import { getJson } from './client.ts'
import { freshFor, type PinnedView } from './view.ts'

/** What the panel does not see of a measure, and why: officers alone may ask. */
export const withheldQuery = (view: PinnedView, kpi: string) =>
  queryOptions({
    queryKey: ['withheld', view.edition, view.audience, kpi],
    queryFn: ({ signal }) =>
      getJson(officerPaths.withheld(view.edition, kpi), ({ WithheldReply }) => WithheldReply, signal),
    staleTime: freshFor(view),
  })
