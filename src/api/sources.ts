import { queryOptions } from '@tanstack/react-query'
import { officerPaths } from '../contract/officer-paths.ts'
import type { AskedSource, Source } from '../contract/sources.ts'
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

/**
 * Asks a source now, and has what is new checked; nothing is published by it. The answer has the rows in which something
 * was found.
 */
export const askSource = (name: string): Promise<AskedSource> =>
  sendJsonPatiently(
    'POST',
    officerPaths.askSourceWithRows(name),
    ({ AskedSource }) => AskedSource,
    {},
    askingMilliseconds,
  )

export type { AskedSource, Source }
