import type { FastifyRequest } from 'fastify'
import { KeepMapping, MappingLook, MappingsReply, SavedMapping } from '../../src/contract/mappings.ts'
import { refuseNames } from '../../src/service/refuse-names.ts'
import type { Application } from '../application.ts'
import { keepMapping } from '../loads/keep-mapping.ts'
import { readListedMappings } from '../loads/listed-mappings.ts'
import type { LoadTurn } from '../loads/loads.ts'
import { receiveFiles } from '../loads/receive-files.ts'
import { senderGone } from '../loads/sender-gone.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { WritingServices } from '../services.ts'
import { inTurn, refuseOther } from './load-turns.ts'

interface MappingRouteOptions {
  /** the one place for work on files, for whoever asks */
  turnOf: (request: FastifyRequest) => () => LoadTurn
  stagingFolder: string
}

/** Bytes of a mapping: one of 300 columns has some 30 kB. */
const largestMapping = 512 * 1024

/** How files are read: proposed, kept under a name, and listed. */
export function mappingRoutes(
  app: Application,
  { database, sessions, now, posts }: Pick<WritingServices, 'database' | 'sessions' | 'now' | 'posts'>,
  { turnOf, stagingFolder }: MappingRouteOptions,
) {
  app.post(
    '/mappings/propose',
    {
      schema: {
        summary:
          'Show the first rows of files (multipart) and propose how they are read; `mapping`: how they were pointed at',
        response: { 200: MappingLook },
      },
    },
    async (request, reply) => {
      refuseOther(request)
      const look = await inTurn(turnOf(request), (turn) =>
        turn.look(() => receiveFiles(request.files(), stagingFolder, senderGone(request.raw))),
      ).finally(() => request.raw.resume())
      return reply.header('cache-control', neverStored).send(look)
    },
  )

  app.get(
    '/mappings',
    {
      schema: {
        summary:
          'Mappings that were saved, in their newest version: what each reads, since when and by whom, and when it was used last',
        response: { 200: MappingsReply },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', neverStored)
      return await readListedMappings(database.queries)
    },
  )

  app.post(
    '/mappings',
    {
      bodyLimit: largestMapping,
      schema: {
        summary: 'Save a mapping under a name, as its next version; null puts the name away',
        body: KeepMapping,
        response: { 201: SavedMapping },
      },
    },
    async (request, reply) => {
      refuseNames({ name: request.body.name })
      const saved = await keepMapping(
        database.queries,
        request.body,
        sessions.actorOf(request),
        now(),
        async (transaction, body) =>
          await posts.keepWith(request, transaction, { status: 201, etag: null, body }),
      )
      return reply.code(201).header('cache-control', neverStored).send(saved)
    },
  )
}
