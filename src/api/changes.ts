import { queryOptions } from '@tanstack/react-query'
import type { ChangesReply } from '../contract/changes.ts'
import { paths } from '../contract/paths.ts'
import { getJson } from './client.ts'
import { freshFor, type PinnedView } from './view.ts'

/** What differs from an earlier edition; from the one before where none is named. */
export const changesQuery = (view: PinnedView, from: number | undefined) =>
  queryOptions({
    queryKey: ['changes', view.edition, view.audience, from ?? 'before'],
    queryFn: ({ signal }) => getJson(paths.changes(view, from), ({ ChangesReply }) => ChangesReply, signal),
    staleTime: freshFor(view),
  })

export type { ChangesReply }
