import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { shorten } from '../../src/contract/bounds.ts'
import { describeProblem } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'
import type { MayDraw } from '../door/limits.ts'
import { sendProblem } from '../errors.ts'
import type { AllowedMethods } from '../known-addresses.ts'
import { immutable, neverStored, revalidated } from '../replies/send-reply.ts'
import { readBriefingLink } from './briefing-link.ts'
import { openDrawingBuild } from './build.ts'
import { createDrawnPages, type DrawnPages, isPublicRequest, originOf } from './drawn-pages.ts'
import { readFirst, writeReadings } from './first-readings.ts'
import { serveLinkPictures } from './link-pictures.ts'
import { isPageOfApp } from './pages.ts'
import { servePreviews } from './preview-pages.ts'
import { linkTags } from './write-drawn.ts'

/**
 * The built app: hashed assets for ever, its page never kept. Every address that is not a file gets the
 * page, which knows what to say; an address that is no page of the app gets it with status 404.
 */
export async function serveApp(
  app: Application,
  assets: string | null,
  { allowedAt, mayDraw }: { allowedAt: AllowedMethods; mayDraw: MayDraw },
) {
  const built = assets !== null && existsSync(join(assets, 'index.html')) ? assets : null
  const drawing = built ? await openDrawingBuild(built) : null
  const drawn = drawing && createDrawnPages(app, drawing, mayDraw)
  const hasPictures = Boolean(drawing?.pictures)
  if (drawn) {
    app.addHook('onRequest', (request, reply, done) => {
      if (!drawn.sendKept(request, reply)) done()
    })
  }
  if (built) {
    await app.register(staticFiles, {
      root: built,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', isHashed(path, built) ? immutable : revalidated)
      },
      index: false,
      dotfiles: 'ignore',
    })
    app.get('/', { schema: { hide: true } }, (request, reply) =>
      sendPage({ app, assets: built, drawn, hasPictures }, request, reply),
    )
    servePreviews(app, built)
    if (drawing) serveLinkPictures(app, drawing)
  }
  app.setNotFoundHandler((request, reply) => {
    const [path = '/'] = request.url.split('?')
    if (built && isPageRequest(request.method, path))
      return sendPage({ app, assets: built, drawn, hasPictures }, request, reply)
    const allowed = allowedAt(path)
    if (!allowed.length) {
      return sendProblem(
        reply,
        describeProblem(404, `There is nothing at ${request.method} ${shorten(path)}.`),
      )
    }
    const methods = allowed.join(', ')
    reply.header('allow', methods)
    return sendProblem(
      reply,
      describeProblem(405, `${shorten(path)} takes ${methods}, not ${request.method}.`),
    )
  })
}

/** A path with a file's ending asks for a file, not for a page. */
function isPageRequest(method: string, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && !path.startsWith('/api/') && !/\.\w{1,8}$/.test(path)
}

interface Pages {
  app: Application
  assets: string
  /** null where nothing was built that draws them */
  drawn: DrawnPages | null
  /** whether messages are shown a picture beside a link */
  hasPictures: boolean
}

/** The page, drawn where that can be. */
async function sendPage(
  { app, assets, drawn, hasPictures }: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (await drawn?.send(request, reply)) return reply
  return await sendUndrawn(app, request, reply, { assets, hasPictures })
}

/**
 * The page, with what it will ask for first inside it: it can be drawn without waiting for another reply. It may
 * hold exact figures where the asker may see them, so nobody keeps it.
 */
async function sendUndrawn(
  app: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  { assets, hasPictures }: Pick<Pages, 'assets' | 'hasPictures'>,
) {
  const [path = '/'] = request.url.split('?')
  const isPage = isPageOfApp(path)
  const page = await readFile(join(assets, 'index.html'), 'utf8')
  const first = await readFirst(app, request)
  const briefing =
    hasPictures && isPublicRequest(request) ? await readBriefingLink(app, request, first) : null
  const named = briefing
    ? page.replace('</head>', () => `${linkTags(briefing, originOf(request))}</head>`)
    : page
  return reply
    .code(isPage ? 200 : 404)
    .header('cache-control', neverStored)
    .type('text/html; charset=utf-8')
    .send(writeReadings(named, first))
}

/** Files under assets/ carry a hash of their content in their name. */
function isHashed(path: string, assets: string): boolean {
  return path.startsWith(join(assets, 'assets'))
}
