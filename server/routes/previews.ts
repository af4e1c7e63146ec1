import type { FastifyReply } from 'fastify'
import * as z from 'zod/mini'
import { Audience, identifier } from '../../src/contract/common.ts'
import type { Session } from '../../src/contract/session.ts'
import type { Operation } from '../../src/service/operation.ts'
import { operations } from '../../src/service/operations.ts'
import { readPart } from '../../src/service/read-part.ts'
import { describeSession } from '../../src/service/session.ts'
import type { Application } from '../application.ts'
import { instant } from '../db/editions.ts'
import { openPreviewStore } from '../previews/preview-store.ts'
import type { Previews } from '../previews/previews.ts'
import { neverStored, serialise } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'

const Place = z.object({ load: identifier, audience: Audience })

/** What is of the service and not of an edition: it would be the same after publication, and is read where it belongs. */
const isOfEdition = ({ method, path }: Operation) => method === 'get' && !path.startsWith('/audit')

/**
 * Everything that the app reads, as it would be read once a load was published: below `/previews/LOAD/AUDIENCE`, for
 * whoever may load. Answered by the operations themselves, from the rehearsed edition in place of those that stand, to
 * a reader who may change nothing; kept by nobody.
 */
export function previewRoutes(
  app: Application,
  { store, seen, now }: Pick<Services, 'store' | 'seen' | 'now'>,
  previews: Previews,
) {
  for (const operation of operations.filter(isOfEdition)) {
    app.get(
      `/previews/:load/:audience${operation.path}`,
      {
        schema: { hide: true, response: { 200: operation.schemas.reply } },
        validatorCompiler: () => (value) => ({ value }),
      },
      async (request, reply) => {
        const { load, audience } = readPart(Place, request.params)
        const rehearsed = await previews.open(load)
        const params = Object.fromEntries(
          Object.entries(request.params ?? {}).filter(([name]) => name !== 'load' && name !== 'audience'),
        )
        const answer = await operation.ask(
          openPreviewStore(store, rehearsed, audience),
          { session: readers[audience], at: instant(now()) },
          { params, query: request.query, body: undefined, ifMatch: null },
        )
        seen.note(request, 'previewed', async () => [{ load, page: pageOf(audience) }])
        return sendText(reply, serialise(reply, await answer.read()))
      },
    )
  }
}

/** The very text that is sent of the edition once it is published. */
function sendText(reply: FastifyReply, text: string): FastifyReply {
  return reply
    .headers({ 'cache-control': neverStored, 'x-robots-tag': 'noindex' })
    .type('application/json; charset=utf-8')
    .send(text)
}

/** As whom a preview is read: what it shows is that audience's, and nobody can change anything from it. */
const readers: Record<Audience, Session> = {
  exact: { ...describeSession({ role: 'analyst', services: null }, {}), can: [] },
  protected: describeSession({ role: 'public', services: null }, {}),
}

const pageOf = (audience: Audience) => (audience === 'exact' ? 'preview-officers' : 'preview-panel')
