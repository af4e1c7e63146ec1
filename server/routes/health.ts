import { sql } from 'drizzle-orm'
import { describeProblem } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'
import { sendProblem } from '../errors.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'

/** For whatever watches the service: it runs; it can reach its database. */
export function healthRoutes(app: Application, { database }: Services) {
  app.get('/healthz', { schema: { hide: true } }, async (_, reply) => {
    reply.header('cache-control', neverStored)
    return { status: 'running' }
  })
  app.get('/readyz', { schema: { hide: true } }, async (request, reply) => {
    reply.header('cache-control', neverStored)
    try {
      await database.queries.execute(sql`select 1`)
      return { status: 'ready' }
    } catch (error) {
      request.log.error({ req: request, err: error }, 'request errored')
      return sendProblem(reply, describeProblem(503, 'The database cannot be reached.'))
    }
  })
}
