import { type Role, Session } from '../contract/session.ts'
import { permissionsOf } from '../domain/session/permissions.ts'
import { defineOperation, neverKept, noBody, nothing } from './operation.ts'

const roleNames: Record<Role, string> = {
  analyst: 'Performance analyst',
  director: 'Director',
  'service-lead': 'Service lead',
  'practice-lead': 'Practice lead',
  'cabinet-author': 'Cabinet author',
  public: 'Panel',
}

/** What whoever holds a role may see and do. */
export function describeSession(role: Role, { canChooseRole }: { canChooseRole: boolean }): Session {
  return {
    role,
    name: roleNames[role],
    audience: role === 'public' ? 'protected' : 'exact',
    can: [...(canChooseRole ? ['choose-role'] : []), ...permissionsOf(role)],
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
