import { queryOptions } from '@tanstack/react-query'
import { paths } from '../contract/paths.ts'
import { getJson } from './client.ts'
import { firstReading } from './first-readings.ts'

export const organisationQuery = () =>
  queryOptions({
    queryKey: ['organisation'],
    queryFn: ({ signal }) => getJson(paths.organisation(), ({ Organisation }) => Organisation, signal),
    initialData: () => firstReading(paths.organisation(), ({ Organisation }) => Organisation),
  })
