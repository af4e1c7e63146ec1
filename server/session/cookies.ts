import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

export interface BoundCookie {
  read: (request: FastifyRequest) => string | undefined
  set: (request: FastifyRequest, reply: FastifyReply, secret: string, lastsMs: number) => void
  clear: (request: FastifyRequest, reply: FastifyReply) => void
}

/**
 * A cookie that no script reads. By TLS it has a name that a browser takes from this very host over TLS alone: nobody
 * else can plant it.
 *
 * @param comesFromElsewhere sent with a link of another site too: whoever comes back from the sign-in service does
 */
export function cookieFor(name: string, comesFromElsewhere = false): BoundCookie {
  const nameFor = ({ protocol }: FastifyRequest) => (protocol === 'https' ? `__Host-${name}` : name)
  const attributesFor = ({ protocol }: FastifyRequest) => ({
    path: '/',
    httpOnly: true,
    sameSite: comesFromElsewhere ? ('lax' as const) : ('strict' as const),
    secure: protocol === 'https',
  })
  return {
    read: (request) => request.cookies[nameFor(request)],
    set(request, reply, secret, lastsMs) {
      reply.setCookie(nameFor(request), secret, {
        ...attributesFor(request),
        maxAge: Math.floor(lastsMs / 1000),
      })
    },
    clear: (request, reply) => {
      reply.clearCookie(nameFor(request), attributesFor(request))
    },
  }
}
