import { timingSafeEqual } from 'node:crypto'
import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { apiBase, paths } from '../../src/contract/paths.ts'
import type { Access, Role, Session } from '../../src/contract/session.ts'
import { type Actor, type AuditEntry, commandLine, type Deed } from '../../src/domain/audit/deed.ts'
import { ProblemError } from '../../src/service/problem.ts'
import { describeSession } from '../../src/service/session.ts'
import { appendAudit } from '../db/audit-store.ts'
import type { Database, Queries } from '../db/database.ts'
import { instant } from '../db/editions.ts'
import {
  changeChosen,
  endSession,
  findSession,
  noteSeen,
  type OpenSession,
  openSession,
} from '../db/session-store.ts'
import type { Person } from '../sign-in/people.ts'
import { cookieFor } from './cookies.ts'

/**
 * `demo`: anybody may choose a role. `none`: nobody signs in and everybody gets the protected set. `oidc`: officers
 * sign in by the council's own service, which says what they may be.
 */
export type AuthMode = 'demo' | 'none' | 'oidc'

export interface Sessions {
  /** reads who is asking, before anything else is asked of these sessions about the request */
  recognise: (request: FastifyRequest) => Promise<void>
  /** what one asker has in common over all requests: a session, the loader, or the address that is asked from */
  nameOf: (request: FastifyRequest) => string
  /** who is asking */
  identify: (request: FastifyRequest) => Session
  /** the same, as the audit names it */
  actorOf: (request: FastifyRequest) => Actor
  /** a new session, whatever this browser had before */
  begin: (request: FastifyRequest, reply: FastifyReply, person: Person) => Promise<void>
  /** another of the roles that whoever asks may take; of the demonstration any of them */
  choose: (request: FastifyRequest, reply: FastifyReply, role: Exclude<Role, 'public'>) => Promise<Session>
  signOut: (request: FastifyRequest, reply: FastifyReply) => Promise<Session>
}

/** A session is noted as used so often and no more, however much is asked. */
const noteEveryMs = 60_000

export interface SessionOptions {
  database: Pick<Database, 'queries'>
  auth: AuthMode
  /** what the loader on this machine presents in place of a session */
  loadToken: string | null
  /** how long a session lasts without a request, and at all */
  idleMs: number
  lifetimeMs: number
  now: () => Date
}

export function createSessions(options: SessionOptions): Sessions {
  const { auth, loadToken, lifetimeMs, now } = options
  const { queries } = options.database
  // the demonstration holds nothing that could be left open
  const idleMs = auth === 'oidc' ? options.idleMs : null
  const recognised = new WeakMap<FastifyRequest, OpenSession>()
  // whoever comes back from the sign-in service, or by a link in a letter, comes from another site
  const cookie = cookieFor('session', auth === 'oidc')

  const describe = (open: OpenSession | null): Session =>
    describeSession(open?.chosen ?? nobody, {
      canChooseRole: auth === 'demo',
      ...(auth === 'oidc' && open ? { signedIn: describeSignedIn(open) } : {}),
      canSignIn: auth === 'oidc' && !open,
    })

  const describeSignedIn = ({ choices, person, seenAt, endsAt }: OpenSession) => ({
    roles: choices.map(({ role }) => role),
    person,
    endsIn: {
      idle: secondsUntil(Math.min(endsAt.getTime(), seenAt.getTime() + (idleMs ?? lifetimeMs))),
      last: secondsUntil(endsAt.getTime()),
    },
  })
  const secondsUntil = (time: number) => Math.max(0, Math.round((time - now().getTime()) / 1000))

  const isLoader = (request: FastifyRequest) =>
    loadToken !== null && isBearer(request.headers.authorization, loadToken)

  const note = async (open: OpenSession, at: Date) => {
    if (idleMs === null || at.getTime() - open.seenAt.getTime() < noteEveryMs) return
    // where nothing can be written, because the disk is full, readers are still served
    await noteSeen(queries, open.id, at).then(
      () => {
        open.seenAt = at
      },
      () => undefined,
    )
  }

  const open = async (
    request: FastifyRequest,
    reply: FastifyReply,
    { person, choices, subject, visit }: Person,
    { chosen, deed }: { chosen: Access; deed: Deed },
  ) => {
    const endsAt = new Date(now().getTime() + lifetimeMs)
    const session = { chosen, choices, person, subject, visit, endsAt }
    const secret = await queries.transaction(async (transaction) => {
      await end(transaction, request)
      const opened = await openSession(transaction, session, now())
      await appendAudit(transaction, [entryOf(session, deed)])
      return opened
    })
    cookie.set(request, reply, secret, lifetimeMs)
    recognised.set(request, { ...session, id: '', seenAt: now() })
    return describe(recognised.get(request) ?? null)
  }

  const end = async (transaction: Queries, request: FastifyRequest) => {
    const secret = cookie.read(request)
    if (secret !== undefined) await endSession(transaction, secret)
  }

  const entryOf = (session: KnownBy, deed: Deed): AuditEntry => ({
    ...actorOfSession(session),
    at: instant(now()),
    deed,
    about: {},
    outcome: 'done',
  })

  return {
    async recognise(request) {
      const secret = cookie.read(request)
      if (auth === 'none' || secret === undefined || isLoader(request)) return
      const at = now()
      const found = await findSession(
        queries,
        secret,
        at,
        idleMs === null ? null : new Date(at.getTime() - idleMs),
      )
      if (!found) return
      if (!isGlance(request)) await note(found, at)
      recognised.set(request, found)
    },
    nameOf(request) {
      if (isLoader(request)) return 'loader'
      const session = recognised.get(request)
      return session ? `session ${session.id}` : `address ${request.ip}`
    },
    identify: (request) =>
      isLoader(request) ? describeSession(analyst, {}) : describe(recognised.get(request) ?? null),
    actorOf(request) {
      if (isLoader(request)) return commandLine
      return actorOfSession(recognised.get(request) ?? { chosen: nobody, person: null, subject: null })
    },
    async begin(request, reply, person) {
      await open(request, reply, person, { chosen: person.choices[0], deed: 'signed-in' })
    },
    async choose(request, reply, role) {
      if (auth === 'demo') {
        const chosen: Access = { role, services: null }
        return await open(
          request,
          reply,
          { choices: [chosen], person: null, subject: null, visit: null },
          { chosen, deed: 'role-chosen' },
        )
      }
      const session = recognised.get(request)
      const chosen = session?.choices.find((one) => one.role === role)
      if (!session || !chosen) throw roleRefused(session)
      const secret = await queries.transaction(async (transaction) => {
        const changed = await changeChosen(transaction, session.id, chosen, now())
        if (changed !== null) await appendAudit(transaction, [entryOf({ ...session, chosen }, 'role-chosen')])
        return changed
      })
      if (secret === null) throw roleRefused(undefined)
      cookie.set(request, reply, secret, session.endsAt.getTime() - now().getTime())
      return describe({ ...session, chosen, seenAt: now() })
    },
    async signOut(request, reply) {
      const session = recognised.get(request)
      await queries.transaction(async (transaction) => {
        await end(transaction, request)
        if (session) await appendAudit(transaction, [entryOf(session, 'signed-out')])
      })
      recognised.delete(request)
      cookie.clear(request, reply)
      return describe(null)
    },
  }
}

/** Who asks how long the session lasts does not make it longer by it. */
function isGlance({ method, routeOptions }: FastifyRequest): boolean {
  return method === 'GET' && routeOptions.url === apiBase + paths.session()
}

const nobody: Access = { role: 'public', services: null }
const analyst: Access = { role: 'analyst', services: null }

type KnownBy = Pick<OpenSession, 'chosen' | 'person' | 'subject'>

/** The person where the sign-in service names one; in the demonstration, the role. */
export function actorOfSession({ chosen, person, subject }: KnownBy): Actor {
  return { who: person ?? describeSession(chosen, {}).name, account: subject, role: chosen.role }
}

function roleRefused(session: OpenSession | undefined): ProblemError {
  if (!session) return new ProblemError(403, 'You are not signed in any more. Sign in, then choose a role.')
  const allowed = session.choices.map(({ role }) => role).join(', ')
  return new ProblemError(403, `The sign-in service gives you another role: ${allowed}.`)
}

function isBearer(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
