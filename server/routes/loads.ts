import { rm } from 'node:fs/promises'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { largestFile as largestFileThere, mostFiles } from '../../src/contract/bounds.ts'
import { identifier } from '../../src/contract/common.ts'
import { LoadLogReply } from '../../src/contract/load-log.ts'
import { Load, PublishLoad, StageFiles } from '../../src/contract/loads.ts'
import { KeepMapping, MappingLook, MappingsReply, SavedMapping } from '../../src/contract/mappings.ts'
import { TakeBack } from '../../src/contract/take-back.ts'
import { capital } from '../../src/domain/measures/letter-case.ts'
import { ProblemError } from '../../src/service/problem.ts'
import { refuseNames } from '../../src/service/refuse-names.ts'
import type { Application } from '../application.ts'
import { readLoadLog } from '../db/load-log-store.ts'
import { listMappings } from '../db/mapping-store.ts'
import { keepMapping } from '../loads/keep-mapping.ts'
import { keepTime } from '../loads/keep-time.ts'
import { BusyError, createLoads, type Loads, type LoadTurn } from '../loads/loads.ts'
import { BadUploadError, receiveFiles, TooManyFilesError } from '../loads/receive-files.ts'
import { conflicts } from '../loads/refusals.ts'
import { shelfOf } from '../loads/shared-shelf.ts'
import { stagingFolderHere } from '../loads/staging-folder.ts'
import { logHead } from '../log/audit-head.ts'
import { createPreviews } from '../previews/previews.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'
import { previewRoutes } from './previews.ts'

export interface LoadRouteOptions {
  /** where the files of a load wait until it is published */
  stagingFolder?: string
  /** the largest file that is taken, in bytes */
  largestFile?: number
  /** whether loads that wait for a time are published at it */
  publishesWhenDue?: boolean
}

/** Loading and publishing: for an analyst's session, and for the loader on this machine with its token. */
export async function loadRoutes(
  app: Application,
  services: Pick<Services, 'database' | 'sessions' | 'seen' | 'store' | 'now'>,
  {
    stagingFolder = stagingFolderHere(),
    largestFile = largestFileThere,
    publishesWhenDue = false,
  }: LoadRouteOptions = {},
): Promise<Loads> {
  const { database, sessions, seen, now } = services
  const shelf = shelfOf(database, stagingFolder)
  const loads = createLoads(database, { shelf, now, onPublished: (head) => logHead(app, head) })
  const turnOf = (request: FastifyRequest) => () => loads.begin(sessions.actorOf(request))
  const previews = createPreviews(database, { shelf, now })
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

  app.post(
    '/loads',
    {
      schema: {
        summary:
          'Stage files (multipart), check them and preview what they would change; `rows=shown`: answer with the rows in which something is found, which are kept nowhere',
        querystring: StageFiles,
        response: { 201: Load },
      },
    },
    async (request, reply) => {
      refuseOther(request)
      const withRows = request.query.rows === 'shown'
      refuseKeyed(request, withRows)
      // a sender that is refused is let finish, so that it reads why
      const load = await inTurn(turnOf(request), (turn) =>
        turn.stage(() => receiveFiles(request.files(), stagingFolder), { withRows }),
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
      const load = await inTurn(turnOf(request), (turn) => turn.stageTakeBack(request.body))
      return reply.code(201).header('cache-control', neverStored).send(load)
    },
  )

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
        turn.look(() => receiveFiles(request.files(), stagingFolder)),
      ).finally(() => request.raw.resume())
      return reply.header('cache-control', neverStored).send(look)
    },
  )

  app.get(
    '/mappings',
    {
      schema: {
        summary: 'Mappings that were saved, in their newest version',
        response: { 200: MappingsReply },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', neverStored)
      return { mappings: await listMappings(database.queries) }
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
      const saved = await keepMapping(database.queries, request.body, sessions.actorOf(request), now())
      return reply.code(201).header('cache-control', neverStored).send(saved)
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
      return await telling(async () => await loads.callOff(id, sessions.actorOf(request)))
    },
  )
  return loads
}

/** Bytes of a mapping: one of 300 columns has some 30 kB. */
const largestMapping = 512 * 1024

function refuseOther(request: FastifyRequest) {
  if (request.isMultipart()) return
  throw new ProblemError(415, 'Send the files as multipart/form-data, each with its file name.')
}

/** What is answered under a key is kept for a day, and rows are kept nowhere. */
function refuseKeyed(request: FastifyRequest, withRows: boolean) {
  if (!withRows || request.headers['idempotency-key'] === undefined) return
  throw new ProblemError(400, 'Rows are shown once: leave out `rows`, or the Idempotency-Key.', {
    parameter: 'rows',
  })
}

/** Work that only one load may do at a time. */
async function inTurn<Result>(
  begin: () => LoadTurn,
  work: (turn: LoadTurn) => Promise<Result>,
): Promise<Result> {
  return await telling(async () => {
    const turn = begin()
    try {
      return await work(turn)
    } finally {
      turn.release()
    }
  })
}

/** Refusals of a load, as the API words them. */
async function telling<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TooManyFilesError) throw new ProblemError(413, sentence(error.message))
    if (error instanceof BadUploadError) throw new ProblemError(400, sentence(error.message))
    const isConflict = [BusyError, ...conflicts].some((kind) => error instanceof kind)
    throw isConflict && error instanceof Error ? new ProblemError(409, sentence(error.message)) : error
  }
}

function sentence(text: string): string {
  return `${capital(text)}.`
}
