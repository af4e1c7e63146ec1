import { Session, SignIn } from '../../src/contract/session.ts'
import { ProblemError } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'

/** Signing in and out, which set a cookie; who is asking is an operation like any other. */
export function sessionRoutes(app: Application, { auth, sessions }: Services) {
  app.post(
    '/session',
    {
      schema: {
        summary: 'Choose a role (AUTH=demo only)',
        body: SignIn,
        response: { 200: Session },
      },
    },
    async (request, reply) => {
      if (auth !== 'demo') {
        throw new ProblemError(403, 'Roles cannot be chosen here: this service was started with AUTH=none.')
      }
      reply.header('cache-control', neverStored)
      const { role } = request.body
      return role === 'public' ? sessions.signOut(request, reply) : sessions.signIn(request, reply, role)
    },
  )
  app.delete(
    '/session',
    { schema: { summary: 'Sign out', response: { 200: Session } } },
    async (request, reply) => {
      reply.header('cache-control', neverStored)
      return sessions.signOut(request, reply)
    },
  )
}
