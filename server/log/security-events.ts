import type { FastifyRequest } from 'fastify'
import type { Application } from '../application.ts'

/** What somebody did about who they are. Nobody is named: the request's number, its route and the time are kept. */
type SecurityEvent = 'signed in' | 'signed out' | 'role chosen' | 'sessions ended'

/** Refused for who asks, from where, by which name or how often. */
const refusals = new Set([401, 403, 421, 429])

/** Writes every refusal into the log, at the usual level: many of one route are somebody trying doors. */
export function logRefusals(app: Application) {
  app.addHook('onResponse', (request, reply, done) => {
    if (refusals.has(reply.statusCode)) request.log.warn({ res: reply }, 'refused')
    done()
  })
}

export function logEvent(request: FastifyRequest, event: SecurityEvent) {
  request.log.info({ req: request }, event)
}
