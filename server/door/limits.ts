import rateLimit from '@fastify/rate-limit'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../../src/service/problem.ts'
import type { Application } from '../application.ts'
import { whenOver } from '../replies/when-over.ts'
import type { Services } from '../services.ts'
import { isLoopback } from './allowed-hosts.ts'
import { countIn } from './shared-counts.ts'

export interface Limits {
  /** where the service listens */
  host: string
  /** null counts as usual, and not who asks at this very machine */
  requestsAMinute: number | null
  mostAtOnce: number | null
  trustsProxies: boolean
}

export type MayDraw = (request: FastifyRequest) => Promise<boolean>

/** A reader who opens a page a second asks less often than this. */
const usualRequestsAMinute = 900
/** A page that nobody has asked for yet is drawn in the time of about so many replies. */
const repliesInDrawing = 15

/**
 * Requests that are answered at one time; the database takes one after another, so what waits longer than this is
 * given up by its reader before its turn.
 */
const usualAtOnce = 400

/**
 * Limits what one reader may ask in a minute, and how much may wait at one time. Counted by session where there is
 * one, else by the address that is asked from. Kept replies and files cost next to nothing and are not counted, nor is
 * health; a page is counted by the readings inside it. Instances that share a database count together.
 *
 * @returns whether one more page may be drawn for whoever asks: addresses can be made up endlessly, and each is drawn
 */
export async function limitRequests(
  api: Application,
  { database, sessions, now }: Services,
  limits: Limits,
): Promise<MayDraw> {
  const most = limits.requestsAMinute ?? usualRequestsAMinute
  const isAlone = isLoopback(limits.host) && !limits.trustsProxies && limits.requestsAMinute === null
  await api.register(rateLimit, {
    max: most,
    timeWindow: '1 minute',
    ...(database.isShared ? { store: countIn(database.queries, now) } : {}),
    // what cannot be counted is answered: no reader is turned away for it
    skipOnError: true,
    keyGenerator: (request) => sessions.nameOf(request),
    allowList: (request) => isAlone && isThisMachine(request),
  })
  limitAtOnce(api, limits.mostAtOnce ?? usualAtOnce)
  const countDrawing = api.createRateLimit({
    max: Math.ceil(most / repliesInDrawing),
    keyGenerator: (request) => `drawing for ${sessions.nameOf(request)}`,
  })
  return async (request) => {
    const counted = await countDrawing(request)
    return counted.isAllowed || !counted.isExceeded
  }
}

/**
 * Somebody at this very machine, who could stop the service as well. A proxy on it is none: it says for whom it asks.
 * Nor is a page of another site, open in a browser here.
 */
function isThisMachine({ socket, headers }: FastifyRequest): boolean {
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
  if (!isLoopback(address)) return false
  const isForwarded = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some(
    (name) => headers[name] !== undefined,
  )
  const site = headers['sec-fetch-site']
  return !isForwarded && (site === undefined || site === 'same-origin' || site === 'none')
}

function limitAtOnce(api: Application, most: number) {
  let waiting = 0
  api.addHook('onRequest', (_, reply, done) => {
    if (waiting >= most) {
      reply.header('retry-after', '2')
      done(new ProblemError(503, 'The service has more to answer than it can. Try again in a moment.'))
      return
    }
    waiting += 1
    whenOver(reply, () => {
      waiting -= 1
    })
    done()
  })
}
