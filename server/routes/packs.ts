import * as z from 'zod/mini'
import { StoredPack, StorePack } from '../../src/contract/packs.ts'
import { packId } from '../../src/domain/packs/pack-id.ts'
import { readStored, storedForm } from '../../src/domain/packs/stored-form.ts'
import type { Application } from '../application.ts'
import { readPack, storePack } from '../db/pack-store.ts'
import { badParameter, ProblemError } from '../problem.ts'
import { finishReply } from '../replies/finished-reply.ts'
import { immutable, neverStored, sendFinished, serialise } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'
import { identifyAuthor } from '../session/authors.ts'

/** The largest pack there can be, with room for how JSON writes it. */
const mostBytes = 128 * 1024

export function packRoutes(app: Application, services: Services) {
  const { database, now } = services

  app.post(
    '/packs',
    {
      bodyLimit: mostBytes,
      schema: {
        summary: 'Store a pack that is too long for an address; the same pack again has the same id',
        body: StorePack,
        response: { 200: StoredPack, 201: StoredPack },
      },
    },
    async (request, reply) => {
      await identifyAuthor(services, request, 'store-packs')
      const { pack, leftOut } = readStored(request.body)
      if (leftOut.length > 0) {
        throw badParameter('items', leftOut.join('; '), 'charts and tables of this dashboard, each once')
      }
      const id = await packId(pack)
      const stored = storedForm(pack)
      const { isNew } = await storePack(database.queries, id, stored, now())
      return reply
        .code(isNew ? 201 : 200)
        .header('cache-control', neverStored)
        .send({ id, ...stored })
    },
  )

  app.get(
    '/packs/:id',
    {
      schema: {
        summary: 'A stored pack, for whoever has its id: which charts and tables, and what is said of them',
        querystring: z.strictObject({}),
        params: z.object({ id: z.string() }),
        response: { 200: StoredPack },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const stored = await readPack(database.queries, id)
      if (!stored) throw new ProblemError(404, `There is no pack "${id}".`)
      return sendFinished(request, reply, finishReply(serialise(reply, { id, ...stored })), immutable)
    },
  )
}
