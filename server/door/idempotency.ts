import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { officerPaths } from '../../src/contract/officer-paths.ts'
import { apiBase, paths } from '../../src/contract/paths.ts'
import { ProblemError } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'
import {
  holdKeys,
  type KeptAnswer,
  type KnownPost,
  keepAnswer,
  leaveKey,
  type Post,
  takeKey,
} from '../db/post-keys.ts'
import type { Queries } from '../db/queries.ts'
import { digestOf } from '../db/session-store.ts'
import type { Services } from '../services.ts'
import type { KeyedPosts } from './keyed-posts.ts'

const lifetimeMs = 24 * 60 * 60 * 1000
/** So long a key is held for whoever does it; an instance that is killed holds nothing longer. */
const heldMs = 60_000
const holdEveryMs = heldMs / 3

interface UnderWay extends Post {
  isKept: boolean
}

/**
 * A POST with an Idempotency-Key is done once: sent again over a poor line, by the same session, it is answered as
 * it was, by whichever instance. What was refused was not done, and may be sent again under its key. Signing in sets a
 * cookie and is no such request; nor is looking into files, which does nothing and whose rows must not be kept.
 */
export function rememberPosts(
  api: Application,
  { database, sessions, now }: Pick<Services, 'database' | 'sessions' | 'now'>,
): KeyedPosts {
  const { queries } = database
  const underWay = new Map<FastifyRequest, UnderWay>()
  const inMs = (milliseconds: number) => new Date(now().getTime() + milliseconds)

  const leave = async (request: FastifyRequest) => {
    const post = underWay.get(request)
    underWay.delete(request)
    // where it cannot be left, because the database is out of reach, it is held no longer than its time
    if (post) await leaveKey(queries, post.name).catch(() => undefined)
  }

  const keepWith = async (request: FastifyRequest, transaction: Queries, answer: KeptAnswer) => {
    const post = underWay.get(request)
    if (!post) return
    if (!(await keepAnswer(transaction, post, answer, inMs(lifetimeMs)))) throw new ProblemError(409, doneBy)
    post.isKept = true
  }

  api.addHook('preHandler', async (request, reply) => {
    const key = keyOf(request)
    if (key === null) return
    const name = digestOf(`${sessions.nameOf(request)} ${key}`)
    const asked = digestOfRequest(request)
    const known = await takeKey(queries, { name, asked }, { at: now(), until: inMs(heldMs) })
    if (known) return answerAgain(known, asked, request, reply)
    underWay.set(request, { name, asked, isKept: false })
  })

  api.addHook('preSerialization', async (request, reply, body) => {
    const post = underWay.get(request)
    if (!post) return body
    if (reply.statusCode >= 400) await leave(request)
    // what was done in no transaction of its own
    else if (!post.isKept) {
      const etag = reply.getHeader('etag')
      const answer = { status: reply.statusCode, etag: typeof etag === 'string' ? etag : null, body }
      await keepWith(request, queries, answer)
    }
    underWay.delete(request)
    return body
  })

  api.addHook('onError', async (request) => await leave(request))

  const holding = setInterval(
    () =>
      void holdKeys(
        queries,
        [...underWay.values()].map(({ name }) => name),
        inMs(heldMs),
      ).catch(() => undefined),
    holdEveryMs,
  ).unref()
  api.addHook('onClose', () => clearInterval(holding))
  return { isKeyed: (request) => underWay.has(request), keepWith }
}

const doneBy =
  'This took too long, and was done meanwhile by another request under the same Idempotency-Key. Nothing of this one was stored; send it again to be answered as that one was.'

const unremembered = new Set([paths.session(), officerPaths.proposeMapping()].map((path) => apiBase + path))

function keyOf({ method, headers, routeOptions }: FastifyRequest): string | null {
  const key = headers['idempotency-key']
  if (method !== 'POST' || key === undefined || unremembered.has(routeOptions.url ?? '')) return null
  if (typeof key === 'string' && /^[\x21-\x7e]{8,200}$/.test(key)) return key
  throw new ProblemError(
    400,
    'Idempotency-Key cannot be used. Give 8 to 200 letters, digits or signs without spaces, new for each thing to be done.',
  )
}

function answerAgain(
  { asked, answer }: KnownPost,
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
function digestOfRequest({ url, body, headers }: FastifyRequest): string {
  const content = body === undefined || body === null ? ['files', headers['content-length']] : ['body', body]
  return createHash('sha256')
    .update(JSON.stringify([url, content]))
    .digest('base64url')
}
