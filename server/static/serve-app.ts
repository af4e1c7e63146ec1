import { existsSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyReply } from 'fastify'
import type { Application } from '../application.ts'
import { sendProblem } from '../errors.ts'
import { describeProblem } from '../problem.ts'
import { immutable, revalidated } from '../replies/send-reply.ts'
import { isPageOfApp } from './pages.ts'

/**
 * The built app: hashed assets for ever, its page asked for again. Every address that is not a file gets the
 * page, which knows what to say; an address that is no page of the app gets it with status 404.
 */
export async function serveApp(app: Application, assets: string | null) {
  const isBuilt = assets !== null && existsSync(join(assets, 'index.html'))
  if (isBuilt) {
    await app.register(staticFiles, {
      root: assets,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', isHashed(path, assets) ? immutable : revalidated)
      },
      index: 'index.html',
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const [path = '/'] = request.url.split('?')
    if (isBuilt && isPageRequest(request.method, path)) return sendPage(reply, path)
    return sendProblem(reply, describeProblem(404, `There is nothing at ${request.method} ${path}.`))
  })
}

/** A path with a file's ending asks for a file, not for a page. */
function isPageRequest(method: string, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && !path.startsWith('/api/') && !/\.\w{1,8}$/.test(path)
}

function sendPage(reply: FastifyReply, path: string): FastifyReply {
  reply.code(isPageOfApp(path) ? 200 : 404)
  return reply.sendFile('index.html')
}

/** Files under assets/ carry a hash of their content in their name. */
function isHashed(path: string, assets: string): boolean {
  return path.startsWith(join(assets, 'assets'))
}
