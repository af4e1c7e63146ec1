import { randomBytes, timingSafeEqual } from 'node:crypto'
import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Role, Session } from '../../src/contract/session.ts'
import { describeSession } from '../../src/service/session.ts'

/** `demo`: anybody may choose a role. `none`: nobody signs in and everybody gets the protected set. */
export type AuthMode = 'demo' | 'none'

export interface Sessions {
  /** who is asking */
  identify: (request: FastifyRequest) => Session
  signIn: (request: FastifyRequest, reply: FastifyReply, role: Role) => Session
  signOut: (request: FastifyRequest, reply: FastifyReply) => Session
}

const cookieName = 'session'
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
  const open = new Map<string, { role: Role; until: number }>()

  const sessionOf = (role: Role) => describeSession(role, { canChooseRole: auth === 'demo' })

  const roleOf = (request: FastifyRequest): Role => {
    if (loadToken !== null && isBearer(request.headers.authorization, loadToken)) return 'analyst'
    const id = request.cookies[cookieName]
    const session = id === undefined ? undefined : open.get(id)
    return auth === 'demo' && session && session.until > now() ? session.role : 'public'
  }

  const end = (request: FastifyRequest) => {
    const id = request.cookies[cookieName]
    if (id !== undefined) open.delete(id)
  }

  return {
    identify: (request) => sessionOf(roleOf(request)),
    signIn(request, reply, role) {
      end(request)
      const id = randomBytes(32).toString('base64url')
      open.set(id, { role, until: now() + lifetimeSeconds * 1000 })
      const oldest = open.keys().next().value
      if (open.size > mostSessions && oldest !== undefined) open.delete(oldest)
      reply.setCookie(cookieName, id, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: request.protocol === 'https',
        maxAge: lifetimeSeconds,
      })
      return sessionOf(role)
    },
    signOut(request, reply) {
      end(request)
      reply.clearCookie(cookieName, { path: '/' })
      return sessionOf('public')
    },
  }
}

function isBearer(authorization: string | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
