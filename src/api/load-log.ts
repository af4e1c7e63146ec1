import { queryOptions } from '@tanstack/react-query'
import { deskPaths } from '../contract/desk-paths.ts'
import { type LoadLogEntry, LoadLogReply } from '../contract/load-log.ts'
import { getJson } from './client.ts'

/** Every load that was ever checked, newest first. */
export const loadLogQuery = () =>
  queryOptions({
    // the audience stands where signing out looks for it
    queryKey: ['loads', 'log', 'exact'],
    queryFn: ({ signal }) => getJson(deskPaths.loads(), LoadLogReply, signal),
  })

export type { LoadLogEntry }
