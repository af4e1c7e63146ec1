import * as z from 'zod/mini'
import { identifier } from '../../src/contract/common.ts'
import { ShowRows } from '../../src/contract/loads.ts'
import { AskedSource, SourcesReply } from '../../src/contract/sources.ts'
import { ProblemError } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'
import { keepTime } from '../loads/keep-time.ts'
import type { Loads } from '../loads/loads.ts'
import { stagingFolderHere } from '../loads/staging-folder.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'
import type { SourceSettings } from '../sources/source-settings.ts'
import { createSources, SourceStateError } from '../sources/sources.ts'
import { refuseKeyed } from './load-turns.ts'

interface SourceRouteOptions {
  loads: Loads
  settings: readonly SourceSettings[]
  stagingFolder?: string
  /** whether they are asked by their schedule */
  keepsTime: boolean
}

/** What comes by itself, for whoever may load: what each source has brought, and asking one now. */
export function sourceRoutes(
  app: Application,
  { database, sessions, now }: Pick<Services, 'database' | 'sessions' | 'now'>,
  { loads, settings, stagingFolder = stagingFolderHere(), keepsTime }: SourceRouteOptions,
) {
  const sources = createSources({
    queries: database.queries,
    isShared: database.isShared,
    loads,
    settings,
    stagingFolder,
    now,
    keepsTime,
    onFailed: (source, error) => app.log.warn({ source, err: error }, 'source not read'),
  })
  const stopKeepingTime = keepsTime && settings.length > 0 ? keepTime(sources.askDue) : async () => undefined
  app.addHook('preClose', async () => {
    await sources.stop()
    await stopKeepingTime()
  })

  app.get(
    '/sources',
    {
      schema: {
        summary:
          'Where files come from by themselves: what each source has brought, and when it is asked next',
        response: { 200: SourcesReply },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', neverStored)
      return await sources.list()
    },
  )

  app.post(
    '/sources/:name/ask',
    {
      schema: {
        summary:
          'Ask a source now, and have what is new checked; nothing is published by it. `rows=shown`: answer with the rows in which something is found, which are kept nowhere',
        params: z.object({ name: identifier }),
        querystring: ShowRows,
        response: { 200: AskedSource },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', neverStored)
      const { name } = request.params
      if (!settings.some((one) => one.name === name))
        throw new ProblemError(404, 'There is no source of that name.')
      const withRows = request.query.rows === 'shown'
      refuseKeyed(request, withRows)
      try {
        const { source, rows } = await sources.askNow(name, sessions.actorOf(request), { withRows })
        return withRows ? { ...source, rows } : source
      } catch (error) {
        if (error instanceof SourceStateError) throw new ProblemError(409, `The source: ${error.message}.`)
        throw error
      }
    },
  )
}
