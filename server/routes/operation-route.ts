import type { FastifyReply, FastifyRequest } from 'fastify'
import { versionTag } from '../../src/contract/version-tag.ts'
import { type Answer, noBody, type Operation } from '../../src/service/operation.ts'
import type { Store } from '../../src/service/store.ts'
import type { Application } from '../application.ts'
import { isExactReading, thingsSeen } from '../audit/exact-readings.ts'
import { createDatabaseStore } from '../db/database-store.ts'
import { instant } from '../db/editions.ts'
import { type FinishedReply, finishReply } from '../replies/finished-reply.ts'
import { immutable, neverStored, revalidated, sendFinished, serialise } from '../replies/send-reply.ts'
import type { Services, WritingServices } from '../services.ts'

const cacheControls = { 'no-store': neverStored, 'no-cache': revalidated, immutable }

/** Puts one thing that the API does on HTTP. */
export function serveOperation(app: Application, services: WritingServices, operation: Operation) {
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
      const session = services.sessions.identify(request)
      const asker = { session, at: instant(services.now()), by: services.sessions.actorOf(request) }
      const { params, query, body, headers } = request
      const asked = { params, query, body, ifMatch: headers['if-match'] ?? null }
      const ask = async (store: Store) => await operation.ask(store, asker, asked)
      const answer = services.posts.isKeyed(request)
        ? await askOnce(services, request, ask)
        : await ask(services.store)
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

/** Asks inside one transaction, with which the answer is kept: what is sent again is not done again. */
async function askOnce(
  { database, posts }: WritingServices,
  request: FastifyRequest,
  ask: (store: Store) => Promise<Answer<object>>,
): Promise<Answer<object>> {
  return await database.queries.transaction(async (queries) => {
    const answer = await ask(createDatabaseStore({ queries }))
    const { status, version } = answer
    const body = await answer.read()
    const etag = version === null ? null : versionTag(version)
    await posts.keepWith(request, queries, { status, etag, body })
    return { ...answer, read: async () => body }
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
