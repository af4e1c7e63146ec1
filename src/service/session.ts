import { type Access, type Role, Session } from '../contract/session.ts'
import { permissionsOf } from '../domain/session/permissions.ts'
import { reachOf } from '../domain/session/role-table.ts'
import { defineOperation, neverKept, noBody, nothing } from './operation.ts'

const roleNames: Record<Role, string> = {
  analyst: 'Performance analyst',
  director: 'Director',
  'service-lead': 'Service lead',
  'practice-lead': 'Practice lead',
  'cabinet-author': 'Cabinet author',
  public: 'Panel',
}

interface SessionDescription {
  /** of the demonstration: any role may be taken */
  canChooseRole?: boolean
  canSignIn?: boolean
  /** of whoever signed in by the council's own service */
  signedIn?: { roles: Role[]; person: string | null; endsIn: NonNullable<Session['endsIn']> }
}

/** What whoever holds a role may see and do. */
export function describeSession(
  { role, services }: Access,
  { canChooseRole = false, canSignIn = false, signedIn }: SessionDescription,
): Session {
  const choosesRole = canChooseRole || (signedIn !== undefined && signedIn.roles.length > 1)
  return {
    role,
    name: roleNames[role],
    audience: reachOf(role, 'GET /series') === 'panel' ? 'protected' : 'exact',
    can: [...(choosesRole ? ['choose-role'] : []), ...permissionsOf(role)],
    ...(services ? { services } : {}),
    ...(canSignIn ? { canSignIn } : {}),
    ...(signedIn ? { roles: signedIn.roles, endsIn: signedIn.endsIn } : {}),
    ...(signedIn && signedIn.person !== null ? { person: signedIn.person } : {}),
  }
}

export const readSession = defineOperation({
  method: 'get',
  path: '/session',
  summary: 'Who is asking, and what they may see',
  params: nothing,
  query: nothing,
  body: noBody,
  reply: Session,
  answer: async ({ asker }) => neverKept(async () => asker.session),
})
