import { queryOptions } from '@tanstack/react-query'
import { paths } from '../contract/paths.ts'
import { type Role, roles, Session } from '../contract/session.ts'
import { getJson, sendJson } from './client.ts'
import { firstReading } from './first-readings.ts'

export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => getJson(paths.session(), Session, signal),
    initialData: () => firstReading(paths.session(), Session),
  })

/** Signs in with one of the demonstration's roles; `public` signs out. */
export const chooseRole = (role: Role) =>
  role === 'public'
    ? sendJson('DELETE', paths.session(), Session)
    : sendJson('POST', paths.session(), Session, { role })

export { type Role, roles, type Session }
