import type { FastifyReply, FastifyRequest } from 'fastify'
import { versionTag } from '../../src/contract/version-tag.ts'
import { type Answer, noBody, type Operation } from '../../src/service/operation.ts'
import type { Application } from '../application.ts'
import { isExactReading, thingsSeen } from '../audit/exact-readings.ts'
import { instant } from '../db/editions.ts'
import { type FinishedReply, finishReply } from '../replies/finished-reply.ts'
import { immutable, neverStored, revalidated, sendFinished, serialise } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'

const cacheControls = { 'no-store': neverStored, 'no-cache': revalidated, immutable }

/** Puts one thing that the API does on HTTP. */
export function serveOperation(app: Application, services: Services, operation: Operation) {
  const { method, path, summary, schemas, makes, mostBytes } = operation
  app.route({
    method,
    url: path,
    ...(mostBytes === null ? {} : { bodyLimit: mostBytes }),
    schema: {
      summary,
      params: schemas.params,
      querystring: schemas.query,
      ...(schemas.body === noBody ? {} : { body: schemas.body }),
      response: { 200: schemas.reply, ...(makes ? { 201: schemas.reply } : {}) },
    },
    // the schemas stand in the document; an operation reads what it is given itself, here as in the mock
    validatorCompiler: () => (value) => ({ value }),
    handler: async (request, reply) => {
      const answer = await operation.ask(
        services.store,
        {
          session: services.sessions.identify(request),
          at: instant(services.now()),
          by: services.sessions.actorOf(request),
        },
        {
          params: request.params,
          query: request.query,
          body: request.body,
          ifMatch: request.headers['if-match'] ?? null,
        },
      )
      const session = services.sessions.identify(request)
      const sent = await send(services, request, reply, answer)
      if (isExactReading(operation, session, request.query, answer)) {
        services.seen.note(request, 'exact-seen', () =>
          thingsSeen(operation, session, request.query, services.store.findOwnPart),
        )
      }
      return sent
    },
  })
}

async function send(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer<object>,
): Promise<FastifyReply> {
  const { caching, status, version } = answer
  if (caching === 'no-store') {
    if (version !== null) reply.header('etag', versionTag(version))
    return reply
      .code(status)
      .header('cache-control', neverStored)
      .send(await answer.read())
  }
  const finished = await finish(services, request, reply, answer)
  return await sendFinished(request, reply, finished, cacheControls[caching])
}

/** What never changes is finished once, and kept under its key and, where it is pinned, under its whole address. */
async function finish(
  { replies }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { caching, key, read }: Answer<object>,
): Promise<FinishedReply> {
  const kept = key === null ? undefined : replies.get(key)
  const finished = kept ?? finishReply(serialise(reply, await read()))
  if (key === null) return finished
  replies.set(key, finished)
  if (caching === 'immutable') replies.set(addressKey(request), finished)
  return finished
}

/** A reply kept under its whole address can be sent without asking who reads it. */
export function addressKey(request: FastifyRequest): string {
  return request.raw.url ?? request.url
}
