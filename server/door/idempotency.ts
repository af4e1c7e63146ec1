import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { apiBase, paths } from '../../src/contract/paths.ts'
import { ProblemError } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'
import type { Services } from '../services.ts'

interface Remembered {
  /** what was asked under the key */
  asked: string
  until: number
  /** null while it is being done */
  answer: { status: number; etag: string | null; body: unknown } | null
}

const lifetimeMs = 24 * 60 * 60 * 1000
const mostRemembered = 500

/**
 * A POST with an Idempotency-Key is done once: sent again over a poor line, by the same session, it is answered as
 * it was. What was refused was not done, and may be sent again under its key. Signing in sets a cookie and is no such
 * request. Kept as long as sessions are: in this process.
 */
export function rememberPosts(api: Application, { sessions, now }: Services) {
  const remembered = new Map<string, Remembered>()
  const underWay = new WeakMap<FastifyRequest, string>()

  const forget = (request: FastifyRequest) => {
    const name = underWay.get(request)
    if (name !== undefined) remembered.delete(name)
    underWay.delete(request)
  }

  api.addHook('preHandler', async (request, reply) => {
    const key = keyOf(request)
    if (key === null) return
    const name = `${sessions.nameOf(request)} ${key}`
    const asked = digestOf(request)
    const at = now().getTime()
    const before = remembered.get(name)
    if (before && before.until > at) return answerAgain(before, asked, request, reply)
    remembered.delete(name)
    remembered.set(name, { asked, until: at + lifetimeMs, answer: null })
    underWay.set(request, name)
    const oldest = remembered.keys().next().value
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest)
  })

  api.addHook('preSerialization', async (request, reply, body) => {
    const entry = remembered.get(underWay.get(request) ?? '')
    if (reply.statusCode >= 400) forget(request)
    else if (entry) {
      const etag = reply.getHeader('etag')
      entry.answer = { status: reply.statusCode, etag: typeof etag === 'string' ? etag : null, body }
      underWay.delete(request)
    }
    return body
  })

  api.addHook('onError', async (request) => forget(request))
}

function keyOf({ method, headers, routeOptions }: FastifyRequest): string | null {
  const key = headers['idempotency-key']
  if (method !== 'POST' || key === undefined || routeOptions.url === apiBase + paths.session()) return null
  if (typeof key === 'string' && /^[\x21-\x7e]{8,200}$/.test(key)) return key
  throw new ProblemError(
    400,
    'Idempotency-Key cannot be used. Give 8 to 200 letters, digits or signs without spaces, new for each thing to be done.',
  )
}

function answerAgain(
  { asked, answer }: Remembered,
  now: string,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  // files that were sent with it are not read again
  request.raw.resume()
  if (asked !== now) {
    throw new ProblemError(422, 'Another request was sent under this Idempotency-Key. Give each its own key.')
  }
  if (!answer) {
    reply.header('retry-after', '2')
    throw new ProblemError(409, 'This is being done already. Wait for it, or ask again in a moment.')
  }
  if (answer.etag !== null) reply.header('etag', answer.etag)
  return reply
    .code(answer.status)
    .header('cache-control', 'no-store')
    .header('idempotent-replayed', 'true')
    .send(answer.body)
}

/** Files are told by their length: what is in them is not read before it is known whether it will be. */
function digestOf({ url, body, headers }: FastifyRequest): string {
  const content = body === undefined || body === null ? ['files', headers['content-length']] : ['body', body]
  return createHash('sha256')
    .update(JSON.stringify([url, content]))
    .digest('base64url')
}
