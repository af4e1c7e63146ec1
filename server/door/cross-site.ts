import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Lets nothing be changed by a page of another site, whichever method and address it tries. Two things must hold: a
 * browser that says where a request comes from names our own page or an allowed one; and a body that a form could
 * send comes with something that no form can. What comes from no browser says nothing of where it comes from.
 */
export function refuseCrossSite(app: Application, allowedOrigins: readonly string[]) {
  app.addHook('onRequest', (request, _, done) => {
    if (readOnly.has(request.method)) done()
    else if (!isFromOurPage(request, allowedOrigins)) done(new ProblemError(403, fromElsewhere))
    else if (couldBeForm(request) && !isMarked(request)) done(new ProblemError(403, unmarked))
    else done()
  })
}

const fromElsewhere =
  'The request comes from a page of another site, which may change nothing here. Use the dashboard at its own address; whoever runs it can allow another origin with ALLOWED_ORIGINS.'
const unmarked =
  'A page of another site could have sent this. Add the header X-Requested-With, with any value, or send JSON (Content-Type: application/json).'

function isFromOurPage(request: FastifyRequest, allowedOrigins: readonly string[]): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (origin !== undefined && allowedOrigins.includes(origin)) return true
  // a browser may leave the origin out of a page without referrer, and still say that it is the same
  if (origin === 'null' && site === 'same-origin') return true
  if (origin !== undefined && !isOwnOrigin(origin, request)) return false
  // a neighbour (another port, another name of the same domain) is another site too
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** A page that came without TLS may have been written by anybody on the way: it is not ours where ours has TLS. */
function isOwnOrigin(origin: string, { host, protocol }: FastifyRequest): boolean {
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  const own = `${page.protocol}//${host}`
  if (!URL.canParse(own) || new URL(own).origin !== origin) return false
  return page.protocol === 'https:' || (page.protocol === 'http:' && protocol === 'http')
}

/** Forms also send plain text and addresses; of those types no body is read here. */
function couldBeForm({ method, headers }: FastifyRequest): boolean {
  const type = headers['content-type']
  return method === 'POST' && (!type || type.toLowerCase().startsWith('multipart/'))
}

/** A key is put there by a program. Other kinds of Authorization a browser adds by itself, to a form's request too. */
function isMarked({ headers }: FastifyRequest): boolean {
  return headers['x-requested-with'] !== undefined || /^bearer /i.test(headers.authorization ?? '')
}
