import * as z from 'zod/mini'
import { Session, SignIn } from '../../src/contract/session.ts'
import type { Application } from '../application.ts'
import { ProblemError } from '../problem.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'

export function sessionRoutes(app: Application, { auth, sessions }: Services) {
  app.get(
    '/session',
    {
      schema: {
        summary: 'Who is asking, and what they may see',
        querystring: z.strictObject({}),
        response: { 200: Session },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', neverStored)
      return sessions.identify(request)
    },
  )
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
