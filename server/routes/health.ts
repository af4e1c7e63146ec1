import type { FastifyRequest } from 'fastify'
import { describeProblem } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'
import { checkReadiness, type Readiness } from '../db/readiness.ts'
import { sendProblem } from '../errors.ts'
import type { LoadPlace } from '../loads/load-place.ts'
import { tellQueue } from '../loads/tell-queue.ts'
import { neverStored } from '../replies/send-reply.ts'
import type { Services } from '../services.ts'

/** Anybody may ask, so a finding is told again for as long as this before it is looked for anew. */
const findingLastsMs = 2000

/**
 * For whatever watches the service. `/healthz`: it runs, and its database has not ended. `/readyz`: the newest edition
 * can be read; and whether anything can be written, and what is to be published is: for neither need a reader be sent
 * elsewhere.
 */
export function healthRoutes(app: Application, { database, now }: Services, place: LoadPlace) {
  let hasEnded = false
  void database.ended.then(() => {
    hasEnded = true
  })
  const ask = askSeldom(() => checkReadiness(database, now()), now)

  app.get('/healthz', { schema: { hide: true } }, async (_, reply) => {
    reply.header('cache-control', neverStored)
    if (!hasEnded) return { status: 'running' }
    return sendProblem(reply, describeProblem(503, 'The database has ended. Start the service again.'))
  })
  app.get('/readyz', { schema: { hide: true } }, async (request, reply) => {
    reply.header('cache-control', neverStored)
    const found = await ask()
    tell(request, found)
    if (found.kind === 'ready') {
      return {
        status: 'ready',
        writes: found.writes,
        queue: tellQueue(found.queue, place.takenSince(), now()),
      }
    }
    return sendProblem(reply, describeProblem(503, found.why))
  })
}

function tell(request: FastifyRequest, { error }: { error: unknown }) {
  if (error !== null) request.log.error({ req: request, err: error }, 'request errored')
}

function askSeldom(check: () => Promise<Readiness>, now: () => Date): () => Promise<Readiness> {
  let last: { at: number; found: Promise<Readiness> } | null = null
  return async () => {
    const at = now().getTime()
    if (!last || Math.abs(at - last.at) >= findingLastsMs) last = { at, found: check() }
    return await last.found
  }
}
