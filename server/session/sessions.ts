import { randomBytes, timingSafeEqual } from 'node:crypto'
import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Role, Session } from '../../src/contract/session.ts'
import { describeSession } from '../../src/service/session.ts'

/** `demo`: anybody may choose a role. `none`: nobody signs in and everybody gets the protected set. */
export type AuthMode = 'demo' | 'none'

export interface Sessions {
  /** what one asker has in common over all requests: a session, the loader, or the address that is asked from */
  nameOf: (request: FastifyRequest) => string
  /** who is asking */
  identify: (request: FastifyRequest) => Session
  signIn: (request: FastifyRequest, reply: FastifyReply, role: Role) => Session
  signOut: (request: FastifyRequest, reply: FastifyReply) => Session
}

/** By TLS, under a name that a browser takes from this very host over TLS alone: nobody else can plant it. */
const cookieNameOf = ({ protocol }: FastifyRequest) => (protocol === 'https' ? '__Host-session' : 'session')
const lifetimeSeconds = 12 * 60 * 60
/** a session is made by anyone who asks, so their number is bounded: the oldest ends first */
const mostSessions = 10_000

export interface SessionOptions {
  auth: AuthMode
  /** what the loader on this machine presents in place of a session */
  loadToken: string | null
  now?: () => number
}

export function createSessions({ auth, loadToken, now = Date.now }: SessionOptions): Sessions {
  const open = new Map<string, { number: number; role: Role; until: number }>()
  let opened = 0

  const sessionOf = (role: Role) => describeSession(role, { canChooseRole: auth === 'demo' })

  const isLoader = (request: FastifyRequest) =>
    loadToken !== null && isBearer(request.headers.authorization, loadToken)

  const sessionIn = (request: FastifyRequest) => {
    const id = request.cookies[cookieNameOf(request)]
    const session = id === undefined ? undefined : open.get(id)
    return auth === 'demo' && session && session.until > now() ? session : null
  }

  const roleOf = (request: FastifyRequest): Role =>
    isLoader(request) ? 'analyst' : (sessionIn(request)?.role ?? 'public')

  const end = (request: FastifyRequest) => {
    const id = request.cookies[cookieNameOf(request)]
    if (id !== undefined) open.delete(id)
  }

  const cookieOf = (request: FastifyRequest) => ({
    path: '/',
    httpOnly: true,
    sameSite: 'strict' as const,
    secure: request.protocol === 'https',
  })

  return {
    nameOf(request) {
      if (isLoader(request)) return 'loader'
      const session = sessionIn(request)
      return session ? `session ${session.number}` : `address ${request.ip}`
    },
    identify: (request) => sessionOf(roleOf(request)),
    signIn(request, reply, role) {
      end(request)
      const id = randomBytes(32).toString('base64url')
      opened += 1
      open.set(id, { number: opened, role, until: now() + lifetimeSeconds * 1000 })
      const oldest = open.keys().next().value
      if (open.size > mostSessions && oldest !== undefined) open.delete(oldest)
      reply.setCookie(cookieNameOf(request), id, { ...cookieOf(request), maxAge: lifetimeSeconds })
      return sessionOf(role)
    },
    signOut(request, reply) {
      end(request)
      reply.clearCookie(cookieNameOf(request), cookieOf(request))
      return sessionOf('public')
    },
  }
}

function isBearer(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
