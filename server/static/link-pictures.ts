import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type LinkPicture, picturedPages } from '../../src/contract/drawn-page.ts'
import { apiBase, paths } from '../../src/contract/paths.ts'
import { describeProblem } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'
import { sendProblem } from '../errors.ts'
import { paintLinkPicture } from '../pictures/paint-link-picture.ts'
import { createReplyCache } from '../replies/reply-cache.ts'
import { immutable, revalidated } from '../replies/send-reply.ts'
import { askedAs } from './asked-as.ts'
import type { DrawingBuild } from './build.ts'

interface KeptPicture {
  png: Buffer
  tag: string
}

/** some 60 kB each: all measures of a few editions */
const mostBytes = 32_000_000

/**
 * Pictures that messages show beside links, painted when first asked for and kept. Whoever asks, what is drawn was
 * read as nobody reads it, and only from replies that are the same for everybody and for ever; that an edition was
 * withdrawn stands in its picture, so what is said of editions is looked at each time.
 */
export function serveLinkPictures(app: Application, { pictures, isStanding }: DrawingBuild) {
  if (!pictures) return
  const kept = createReplyCache<KeptPicture>({ bytes: mostBytes, bytesOf: ({ png }) => png.length })
  const painting = new Map<string, Promise<KeptPicture | null>>()
  // one after another: each takes its part of a second of the one thread
  let last: Promise<unknown> = Promise.resolve()

  const paint = (request: FastifyRequest, picture: LinkPicture, opening: ReadonlyMap<string, string>) => {
    const made = last.then(async () => {
      const png = await paintLinkPicture(pictures, picture, async (path) => {
        const body = opening.get(path)
        return body === undefined ? await askPublic(app, request, path) : { status: 200, body }
      })
      return png && { png, tag: `"${createHash('sha256').update(png).digest('base64url').slice(0, 27)}"` }
    })
    last = made.catch(() => null)
    return made
  }

  app.get<{ Params: { edition: string; file: string } }>(
    '/pictures/:edition/:file',
    { schema: { hide: true } },
    async (request, reply) => {
      const picture = pictureAt(request.params)
      const opening = picture && isStanding() ? await readOpening(app, request) : null
      if (!picture || !opening) return sendNone(reply)
      const key = JSON.stringify([...opening.values(), picture])
      const coming = kept.get(key) ?? painting.get(key) ?? paint(request, picture, opening)
      if (coming instanceof Promise && !painting.has(key)) {
        painting.set(key, coming)
        void coming.catch(() => null).finally(() => painting.delete(key))
      }
      const found = await Promise.resolve(coming).catch((error: unknown) => {
        request.log.warn(error, 'a picture beside a link could not be painted')
        return null
      })
      if (!found) return sendNone(reply)
      kept.set(key, found)
      return send(request, reply, found)
    },
  )
}

function pictureAt({ edition, file }: { edition: string; file: string }): LinkPicture | null {
  const [, ofPages, number] = /^(pages-of-)?edition-([1-9]\d{0,5})$/.exec(edition) ?? []
  const name = /^(.{1,200})\.png$/s.exec(file)?.[1]
  if (!number || !name) return null
  if (!ofPages) return { kpi: name, edition: Number(number) }
  const page = picturedPages.find((one) => one === name)
  return page ? { page, edition: Number(number) } : null
}

const sendNone = (reply: FastifyReply) =>
  sendProblem(reply, describeProblem(404, 'There is no such picture.'))

function send(request: FastifyRequest, reply: FastifyReply, { png, tag }: KeptPicture) {
  reply.headers({ 'cache-control': revalidated, etag: tag })
  if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send()
  return reply.type('image/png').send(png)
}

/** As somebody would who has not signed in, from the same place. */
function askAsNobody(app: Application, request: FastifyRequest, path: string) {
  const { headers, ...from } = askedAs(request)
  const { cookie: _, ...withoutSession } = headers
  return app.inject({ url: apiBase + path, headers: withoutSession, ...from })
}

async function readOpening(app: Application, request: FastifyRequest): Promise<Map<string, string> | null> {
  const read = await Promise.all(
    [paths.organisation(), paths.editions()].map(async (path) => {
      const { statusCode, body } = await askAsNobody(app, request, path)
      return statusCode === 200 ? ([path, body] as const) : null
    }),
  )
  const replies = read.filter((reply) => reply !== null)
  return replies.length === read.length ? new Map(replies) : null
}

/** A reply that is the same for everybody and for ever; any other is no part of a picture that is kept. */
async function askPublic(app: Application, request: FastifyRequest, path: string) {
  const { statusCode, body, headers } = await askAsNobody(app, request, path)
  if (statusCode === 200 && headers['cache-control'] !== immutable) return { status: 403, body: '{}' }
  return { status: statusCode, body }
}
