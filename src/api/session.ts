import { queryOptions } from '@tanstack/react-query'
import { paths } from '../contract/paths.ts'
import { roles } from '../contract/roles.ts'
import type { Role, Session } from '../contract/session.ts'
import { getJson, sendJson } from './client.ts'
import { firstReading } from './first-readings.ts'
import { apiAddress, dropUnread } from './requests.ts'

export const sessionQuery = () =>
  queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => getJson(paths.session(), ({ Session }) => Session, signal),
    initialData: () => firstReading(paths.session(), ({ Session }) => Session),
  })

/** Signs in with one of the demonstration's roles; `public` signs out. */
export async function chooseRole(role: Role): Promise<Session> {
  try {
    return role === 'public'
      ? await sendJson('DELETE', paths.session(), ({ Session }) => Session)
      : await sendJson('POST', paths.session(), ({ Session }) => Session, { role })
  } finally {
    // even where the answer was lost, the session may be another
    dropUnread()
  }
}

/** Signs out: the session's own word of where to go to be signed out by the sign-in service too, if anywhere. */
export const signOut = () => chooseRole('public')

/** Where signing in begins, and the page that it comes back to. */
export function signInAddress(returnTo: string): string {
  return `${apiAddress}/session/sign-in?${new URLSearchParams({ returnTo })}`
}

export { type Role, roles, type Session }
