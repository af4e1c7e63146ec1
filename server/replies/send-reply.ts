import type { FastifyReply, FastifyRequest } from 'fastify'
import { chooseEncoding } from './encodings.ts'
import { entityTag, type FinishedReply, formOf, isKnownToReader, suitableEncoding } from './finished-reply.ts'

export const immutable = 'public, max-age=31536000, immutable'
export const revalidated = 'no-cache'
export const neverStored = 'no-store'

/**
 * Sends a finished reply in the form that the reader takes, or 304 where the reader has it.
 *
 * @param vary headers that another of which would be answered otherwise
 */
export function sendFinished(
  request: FastifyRequest,
  reply: FastifyReply,
  finished: FinishedReply,
  cacheControl: string,
  vary = 'Accept-Encoding',
): FastifyReply | Promise<FastifyReply> {
  const encoding = suitableEncoding(finished, chooseEncoding(request.headers['accept-encoding']))
  reply.headers({
    'cache-control': cacheControl,
    etag: entityTag(finished, encoding),
    vary: also(reply.getHeader('vary'), vary),
  })
  if (isKnownToReader(finished, request.headers['if-none-match'])) return reply.code(304).send()
  if (!reply.hasHeader('content-type')) reply.header('content-type', 'application/json; charset=utf-8')
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  const form = finished.forms.get(encoding)
  return form ? reply.send(form) : formOf(finished, encoding).then((bytes) => reply.send(bytes))
}

/** Whoever may read from another origin is told so by its name: what a cache keeps for one is not what another may read. */
function also(said: number | string | string[] | undefined, vary: string): string {
  return said === undefined ? vary : `${said}, ${vary}`
}

/** The reply as text, checked against the route's schema. */
export function serialise(reply: FastifyReply, data: object): string {
  const text: unknown = reply.serializeInput({ ...data }, '200')
  return typeof text === 'string' ? text : JSON.stringify(data)
}
