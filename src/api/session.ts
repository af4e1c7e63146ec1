import { queryOptions } from '@tanstack/react-query'
import { paths } from '../contract/paths.ts'
import { type Role, roles, Session } from '../contract/session.ts'
import { getJson, sendJson } from './client.ts'
import { firstReading } from './first-readings.ts'
import { dropUnread } from './requests.ts'

export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => getJson(paths.session(), Session, signal),
    initialData: () => firstReading(paths.session(), Session),
  })

/** Signs in with one of the demonstration's roles; `public` signs out. */
export async function chooseRole(role: Role): Promise<Session> {
  try {
    return role === 'public'
      ? await sendJson('DELETE', paths.session(), Session)
      : await sendJson('POST', paths.session(), Session, { role })
  } finally {
    // even where the answer was lost, the session may be another
    dropUnread()
  }
}

export { type Role, roles, type Session }
