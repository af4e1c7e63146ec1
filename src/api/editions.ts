import { queryOptions } from '@tanstack/react-query'
import { EditionsReply } from '../contract/editions.ts'
import { paths } from '../contract/paths.ts'
import { getJson } from './client.ts'

export const editionsQuery = () =>
  queryOptions({
    queryKey: ['editions'],
    queryFn: ({ signal }) => getJson(paths.editions(), EditionsReply, signal),
  })
