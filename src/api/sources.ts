import { queryOptions } from '@tanstack/react-query'
import { officerPaths } from '../contract/officer-paths.ts'
import type { Source } from '../contract/sources.ts'
import { getJson, sendJsonPatiently } from './client.ts'

/** Where files come from by themselves, and what each source has brought. */
export const sourcesQuery = () =>
  queryOptions({
    // the audience stands where signing out looks for it
    queryKey: ['sources', 'exact'],
    queryFn: ({ signal }) => getJson(officerPaths.sources(), ({ SourcesReply }) => SourcesReply, signal),
  })

/** A source has up to a quarter of an hour to answer, and what it brings is checked then. */
const askingMilliseconds = 30 * 60_000

/** Asks a source now, and has what is new checked; nothing is published by it. */
export const askSource = (name: string): Promise<Source> =>
  sendJsonPatiently('POST', officerPaths.askSource(name), ({ Source }) => Source, {}, askingMilliseconds)

export type { Source }
