import { queryOptions } from '@tanstack/react-query'
import { paths } from '../contract/paths.ts'
import { getJson } from './client.ts'
import { firstReading } from './first-readings.ts'

export const editionsQuery = () =>
  queryOptions({
    queryKey: ['editions'],
    queryFn: ({ signal }) => getJson(paths.editions(), ({ EditionsReply }) => EditionsReply, signal),
    initialData: () => firstReading(paths.editions(), ({ EditionsReply }) => EditionsReply),
  })
