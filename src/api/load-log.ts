import { queryOptions } from '@tanstack/react-query'
import type { LoadLogEntry } from '../contract/load-log.ts'
import { officerPaths } from '../contract/officer-paths.ts'
import { getJson } from './client.ts'

/** Every load that was ever checked, newest first. */
export const loadLogQuery = () =>
  queryOptions({
    // the audience stands where signing out looks for it
    queryKey: ['loads', 'log', 'exact'],
    queryFn: ({ signal }) => getJson(officerPaths.loads(), ({ LoadLogReply }) => LoadLogReply, signal),
  })

export type { LoadLogEntry }
