import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { apiBase, paths } from '../../src/contract/paths.ts'
import type { Application } from '../application.ts'
import type { MayDraw } from '../door/limits.ts'
import { securityHeaders } from '../door/security-headers.ts'
import { type FinishedReply, finishReply } from '../replies/finished-reply.ts'
import { createReplyCache } from '../replies/reply-cache.ts'
import { immutable, revalidated, sendFinished } from '../replies/send-reply.ts'
import { askedAs } from './asked-as.ts'
import type { DrawingBuild } from './build.ts'
import { isDrawnPage } from './pages.ts'
import { hashOf, writeDrawn } from './write-drawn.ts'

/** So long a page is sent without looking whether another edition has been published, or one withdrawn. */
const trustedForMs = 250

/** What every page says beside its edition, and which may change with any publication: by path. */
type Opening = Map<string, string>

interface KeptPage {
  finished: FinishedReply
  policy: string
}

export interface DrawnPages {
  /** sends a page that is kept, at once; false where none is, or it has to be looked at first */
  sendKept: (request: FastifyRequest, reply: FastifyReply) => boolean
  /** draws and keeps a page; false where it is not drawn for whoever asks, or no more is, and nothing was sent */
  send: (request: FastifyRequest, reply: FastifyReply) => Promise<boolean>
}

/**
 * Pages as everybody sees them who has not signed in, drawn once for each address and kept. One is kept only where
 * everything in it is public and never changes, by the API's own word (`immutable`), beside what is looked at anew: who
 * asks, whose dashboard it is and which editions there are. So nothing exact can be in a kept page.
 */
export function createDrawnPages(app: Application, build: DrawingBuild, mayDraw: MayDraw): DrawnPages {
  const kept = createReplyCache<KeptPage>({ bytesOf: ({ finished }) => finished.body.length })
  const drawing = new Map<string, Promise<KeptPage | null>>()
  let opening: { version: string; replies: Opening; until: number } | null = null

  const lookUp = async (request: FastifyRequest) => {
    if (opening && opening.until > performance.now()) return opening
    const replies = await readOpening(app, request)
    if (!replies || !build.isStanding()) return null
    const version = createHash('sha256')
      .update(JSON.stringify([...replies]))
      .digest('base64url')
    opening = { version, replies, until: performance.now() + trustedForMs }
    return opening
  }

  const draw = async (request: FastifyRequest, replies: Opening): Promise<KeptPage | null> => {
    if (!(await mayDraw(request))) return null
    const drawn = await build.draw(request.url, async (path) => {
      const body = replies.get(path)
      return body === undefined ? await askPublic(app, request, path) : { status: 200, body }
    })
    if (!drawn) return null
    const [path = '/'] = request.url.split('?')
    const origin = build.pictures ? originOf(request) : null
    const { html, rules } = writeDrawn(build.template, drawn, build.filesOf(path), build.styleAt, origin)
    return { finished: { ...finishReply(html), brotliQuality: 9 }, policy: policyWith(rules) }
  }

  return {
    sendKept(request, reply) {
      if (!opening || opening.until <= performance.now() || !isPublicRequest(request)) return false
      const page = kept.get(keyOf(request, opening.version))
      if (page) void sendPage(request, reply, page)
      return page !== undefined
    },
    async send(request, reply) {
      if (!isPublicRequest(request) || !isDrawnPage(request.url)) return false
      const now = await lookUp(request)
      if (!now) return false
      const key = keyOf(request, now.version)
      const coming =
        kept.get(key) ??
        drawing.get(key) ??
        draw(request, now.replies)
          .catch((error: unknown) => {
            request.log.warn(error, 'a page could not be drawn before it was sent')
            return null
          })
          .finally(() => drawing.delete(key))
      if (coming instanceof Promise) drawing.set(key, coming)
      const page = await coming
      if (!page) return false
      kept.set(key, page)
      await sendPage(request, reply, page)
      return true
    },
  }
}

/** With the name that it was asked by, which stands in the address of its picture: one of ours, or it would be refused. */
const keyOf = (request: FastifyRequest, version: string) => `${version} ${originOf(request)}${request.url}`

export const originOf = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`

/** Whoever may be somebody: with a session, even one that has ended, or with a key. Nobody's page is theirs. */
export function isPublicRequest({ method, headers }: FastifyRequest): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    headers.authorization === undefined &&
    !headers.cookie?.includes('session')
  )
}

async function readOpening(app: Application, request: FastifyRequest): Promise<Opening | null> {
  const read = await Promise.all(
    [paths.session(), paths.organisation(), paths.editions()].map(async (path) => {
      const { statusCode, body } = await app.inject({ url: apiBase + path, ...askedAs(request) })
      return statusCode === 200 ? ([path, body] as const) : null
    }),
  )
  const replies = read.filter((reply) => reply !== null)
  return replies.length === read.length ? new Map(replies) : null
}

/** A reply that is the same for everybody and for ever; any other is no part of a page that is kept. */
async function askPublic(app: Application, request: FastifyRequest, path: string) {
  const { statusCode, body, headers } = await app.inject({ url: apiBase + path, ...askedAs(request) })
  if (statusCode === 200 && headers['cache-control'] !== immutable) return { status: 403, body: '{}' }
  return { status: statusCode, body }
}

function sendPage(request: FastifyRequest, reply: FastifyReply, { finished, policy }: KeptPage) {
  reply.headers({ 'content-security-policy': policy, 'content-type': 'text/html; charset=utf-8' })
  return sendFinished(request, reply, finished, revalidated, 'Accept-Encoding, Cookie')
}

/** The usual policy, and the one style element that stands in this page, by its content. */
function policyWith(rules: string): string {
  const usual = securityHeaders['content-security-policy']
  return rules ? usual.replace("style-src 'self'", `style-src 'self' ${hashOf(rules)}`) : usual
}
