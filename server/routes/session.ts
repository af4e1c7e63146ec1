import { Session, SignIn } from '../../src/contract/session.ts'
import { EndedSessions, EndSessions, OpenSessionsReply } from '../../src/contract/sessions.ts'
import { ProblemError } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'
import { logEvent } from '../log/security-events.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'
import { endSessionsFor, readOpenSessions } from '../session/end-sessions.ts'

/** Signing in and out, which set a cookie; who is asking is an operation like any other. */
export function sessionRoutes(app: Application, { auth, database, sessions, signIn, now }: Services) {
  app.post(
    '/session',
    {
      schema: {
        summary: 'Choose a role: one of those that are held (AUTH=oidc), or any (AUTH=demo)',
        body: SignIn,
        response: { 200: Session },
      },
    },
    async (request, reply) => {
      if (auth === 'none') {
        throw new ProblemError(403, 'Roles cannot be chosen here: this service was started with AUTH=none.')
      }
      reply.header('cache-control', neverStored)
      const { role } = request.body
      const isLeaving = role === 'public'
      const session = await (isLeaving
        ? sessions.signOut(request, reply)
        : sessions.choose(request, reply, role))
      logEvent(request, isLeaving ? 'signed out' : 'role chosen')
      return session
    },
  )
  app.delete(
    '/session',
    { schema: { summary: 'Sign out', response: { 200: Session } } },
    async (request, reply) => {
      reply.header('cache-control', neverStored)
      const wasIn = sessions.identify(request).role !== 'public'
      const session = await sessions.signOut(request, reply)
      if (wasIn) logEvent(request, 'signed out')
      const { protocol, host } = request
      const signOutAt = wasIn ? ((await signIn?.provider.endAddress(`${protocol}://${host}/`)) ?? null) : null
      return signOutAt === null ? session : { ...session, signOutAt }
    },
  )

  app.get(
    '/sessions',
    { schema: { summary: 'Who is signed in', response: { 200: OpenSessionsReply } } },
    async (_request, reply) => {
      reply.header('cache-control', neverStored)
      return { sessions: await readOpenSessions(database.queries, now()) }
    },
  )
  app.post(
    '/sessions/end',
    {
      schema: {
        summary: 'End every session of a person, or of everybody',
        body: EndSessions,
        response: { 200: EndedSessions },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', neverStored)
      const by = sessions.actorOf(request)
      const ended = await endSessionsFor(database.queries, request.body.who, by, now())
      if (ended > 0) logEvent(request, 'sessions ended')
      return { ended }
    },
  )
}
