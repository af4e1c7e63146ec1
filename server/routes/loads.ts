import { rm } from 'node:fs/promises'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { largestFile as largestFileThere, mostFiles } from '../../src/contract/bounds.ts'
import { identifier } from '../../src/contract/common.ts'
import { FoundRowsReply } from '../../src/contract/found-rows.ts'
import { LoadLogReply } from '../../src/contract/load-log.ts'
import { Load, PublishLoad, ShowRows } from '../../src/contract/loads.ts'
import { TakeBack } from '../../src/contract/take-back.ts'
import { ProblemError } from '../../src/service/problem.ts'
import { refuseNames } from '../../src/service/refuse-names.ts'
import type { Application } from '../application.ts'
import { readLoadLog } from '../db/load-log-store.ts'
import { keepTime } from '../loads/keep-time.ts'
import { createLoadPlace, type LoadPlace } from '../loads/load-place.ts'
import type { Beside } from '../loads/load-shelf.ts'
import { createLoads, type Loads } from '../loads/loads.ts'
import { receiveFiles } from '../loads/receive-files.ts'
import { readRowsAgain } from '../loads/rows-again.ts'
import { senderGone } from '../loads/sender-gone.ts'
import { shelfOf } from '../loads/shared-shelf.ts'
import { stagingFolderHere } from '../loads/staging-folder.ts'
import { logHead } from '../log/audit-head.ts'
import { createPreviews } from '../previews/previews.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { WritingServices } from '../services.ts'
import { inTurn, refuseKeyed, refuseOther, telling } from './load-turns.ts'
import { mappingRoutes } from './mappings.ts'
import { previewRoutes } from './previews.ts'

export interface LoadRouteOptions {
  /** where the files of a load wait until it is published */
  stagingFolder?: string
  /** the largest file that is taken, in bytes */
  largestFile?: number
  /** where loads are made, one at a time */
  place?: LoadPlace
  /** whether loads that wait for a time are published at it */
  publishesWhenDue?: boolean
}

/** Loading and publishing: for an analyst's session, and for the loader on this machine with its token. */
export async function loadRoutes(
  app: Application,
  services: Pick<WritingServices, 'database' | 'auth' | 'sessions' | 'seen' | 'store' | 'now' | 'posts'>,
  {
    stagingFolder = stagingFolderHere(),
    largestFile = largestFileThere,
    place = createLoadPlace(),
    publishesWhenDue = false,
  }: LoadRouteOptions = {},
): Promise<Loads> {
  const { database, auth, sessions, seen, now, posts } = services
  const shelf = shelfOf(database, stagingFolder)
  const onlyIllustrative = auth === 'demo'
  const loads = createLoads(database, {
    shelf,
    place,
    now,
    onlyIllustrative,
    onPublished: (head) => logHead(app, head),
  })
  const answering =
    (request: FastifyRequest, status: number): Beside =>
    async (transaction, body) =>
      await posts.keepWith(request, transaction, { status, etag: null, body })
  const turnOf =
    (request: FastifyRequest, status = 200) =>
    () =>
      loads.begin(sessions.actorOf(request), answering(request, status))
  const previews = createPreviews(database, { shelf, now })
  const rowsAgain = readRowsAgain(database.queries, { shelf, now })
  previewRoutes(app, services, previews)
  const stopKeepingTime = publishesWhenDue ? keepTime(loads.publishDue) : async () => undefined
  app.addHook('onClose', async () => {
    await stopKeepingTime()
    previews.close()
    // exact figures that were never published must not outlive the service
    await rm(stagingFolder, { recursive: true, force: true })
  })
  await app.register(multipart, {
    limits: {
      fileSize: largestFile,
      files: mostFiles,
      parts: mostFiles,
      fields: 0,
      fieldNameSize: 100,
      headerPairs: 20,
    },
  })
  mappingRoutes(app, services, { turnOf, stagingFolder })

  app.post(
    '/loads',
    {
      schema: {
        summary:
          'Stage files (multipart), check them and preview what they would change; `rows=shown`: answer with the rows in which something is found, which are kept nowhere',
        querystring: ShowRows,
        response: { 201: Load },
      },
    },
    async (request, reply) => {
      refuseOther(request)
      const withRows = request.query.rows === 'shown'
      refuseKeyed(request, withRows)
      const gone = senderGone(request.raw)
      // a sender that is refused is let finish, so that it reads why
      const load = await inTurn(turnOf(request, 201), (turn) =>
        turn.stage(() => receiveFiles(request.files(), stagingFolder, gone), { withRows }),
      ).finally(() => request.raw.resume())
      return reply.code(201).header('cache-control', neverStored).send(load)
    },
  )

  app.post(
    '/loads/take-back',
    {
      schema: {
        summary:
          'Stage a load without files: roll back to an earlier edition, or take parts out of what stands',
        body: TakeBack,
        response: { 201: Load },
      },
    },
    async (request, reply) => {
      const load = await inTurn(turnOf(request, 201), (turn) => turn.stageTakeBack(request.body))
      return reply.code(201).header('cache-control', neverStored).send(load)
    },
  )

  app.get(
    '/loads',
    {
      schema: {
        summary: 'The log of loads and of the editions that they became, newest first',
        response: { 200: LoadLogReply },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', neverStored)
      return { loads: await readLoadLog(database.queries) }
    },
  )

  app.get(
    '/loads/:id',
    {
      schema: {
        summary: 'A load: its problems, its preview, and the edition it became',
        params: z.object({ id: identifier }),
        response: { 200: Load },
      },
    },
    async (request, reply) => {
      const load = await loads.find(request.params.id)
      if (!load) throw new ProblemError(404, `There is no load ${request.params.id}.`)
      reply.header('cache-control', neverStored)
      seen.note(request, 'previewed', async () => [{ load: load.id }])
      return load
    },
  )

  app.get(
    '/loads/:id/rows',
    {
      schema: {
        summary:
          'The rows in which something was found, of a load that waits to be published: read again from its files, kept nowhere',
        params: z.object({ id: identifier }),
        response: { 200: FoundRowsReply },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      if (!(await loads.find(id))) throw new ProblemError(404, `There is no load ${id}.`)
      const rows = await telling(async () => await rowsAgain.read(id))
      seen.note(request, 'previewed', async () => [{ load: id }])
      reply.header('cache-control', neverStored)
      return { rows }
    },
  )

  app.post(
    '/loads/:id/publish',
    {
      schema: {
        summary: 'Publish a staged load as the next edition, now or at a time (`at`)',
        params: z.object({ id: identifier }),
        body: PublishLoad,
        response: { 200: Load },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      if (!(await loads.find(id))) throw new ProblemError(404, `There is no load ${id}.`)
      const { at, label, note = null, reason = null, exact = [], ...chosen } = refuseNames(request.body)
      const naming = { label, note, reason, exact, ...chosen }
      const load = await inTurn(turnOf(request), (turn) =>
        at === undefined ? turn.publish(id, naming) : turn.schedule(id, naming, at),
      )
      reply.header('cache-control', neverStored)
      return load
    },
  )

  app.post(
    '/loads/:id/call-off',
    {
      schema: {
        summary: 'Take the time from a load that was to be published at it',
        params: z.object({ id: identifier }),
        response: { 200: Load },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      if (!(await loads.find(id))) throw new ProblemError(404, `There is no load ${id}.`)
      reply.header('cache-control', neverStored)
      return await telling(
        async () => await loads.callOff(id, sessions.actorOf(request), answering(request, 200)),
      )
    },
  )
  return loads
}
