import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { largestBody } from '../src/contract/bounds.ts'
import { apiBase } from '../src/contract/paths.ts'
import { operations } from '../src/service/operations.ts'
import { ProblemError } from '../src/service/problem.ts'
import type { Application } from './application.ts'
import { answerOddRequests, answerUnreadable } from './bare-connection.ts'
import type { Database } from './db/database.ts'
import { createDatabaseStore } from './db/database-store.ts'
import { documentApi } from './docs/document-api.ts'
import { answerBadAddress, answerErrors } from './errors.ts'
import { knowAddresses } from './known-addresses.ts'
import { type LogOptions, logOptions } from './log/log-options.ts'
import { readJsonBodies } from './read-json-bodies.ts'
import { createReplyCache } from './replies/reply-cache.ts'
import { immutable, sendFinished } from './replies/send-reply.ts'
import { healthRoutes } from './routes/health.ts'
import { loadRoutes } from './routes/loads.ts'
import { addressKey, serveOperation } from './routes/operation-route.ts'
import { sessionRoutes } from './routes/session.ts'
import type { Services } from './services.ts'
import { type AuthMode, createSessions } from './session/sessions.ts'
import { serveApp } from './static/serve-app.ts'
import { validateWithWords } from './validate-with-words.ts'

export interface ApplicationOptions {
  database: Database
  auth: AuthMode
  /** lets the loader on this machine in; null where there is none */
  loadToken?: string | null
  /** the built app; null serves the API alone */
  assets?: string | null
  allowedOrigins?: readonly string[]
  logLevel?: string
  /** where the log goes; standard output unless told */
  logStream?: LogOptions['stream']
  now?: () => Date
}

/** Requests a minute from one address; the machine itself is not counted. */
const mostRequests = 3000

/** The data service: API, documentation and, where it was built, the app. */
export async function buildApplication(options: ApplicationOptions): Promise<Application> {
  const { database, auth, loadToken = null, assets = null, allowedOrigins = [] } = options
  const app: Application = fastify({
    logger: logOptions({ level: options.logLevel ?? 'warn', stream: options.logStream }),
    bodyLimit: largestBody,
    forceCloseConnections: true,
    // a request without Host is answered below, in words
    http: { requireHostHeader: false },
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerUnreadable,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()
  readJsonBodies(app)
  answerOddRequests(app.server)
  app.setValidatorCompiler(validateWithWords)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  refuseWithoutHost(app)
  const allowedAt = knowAddresses(app)

  const sessions = createSessions({ auth, loadToken })
  const services: Services = {
    database,
    auth,
    sessions,
    store: createDatabaseStore(database),
    replies: createReplyCache(),
    now: options.now ?? (() => new Date()),
  }

  if (allowedOrigins.length) await app.register(cors, corsFor(allowedOrigins))
  sendKeptReplies(app, services)
  await app.register(helmet, securityHeaders)
  await app.register(rateLimit, {
    max: mostRequests,
    timeWindow: '1 minute',
    allowList: ['127.0.0.1', '::1', '::ffff:127.0.0.1'],
  })
  await app.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // a page with its first readings is a sixth smaller than at the usual 4, for two milliseconds more
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } },
  })
  await app.register(cookie)
  await documentApi(app)

  await app.register(
    async (api: Application) => {
      for (const operation of operations) serveOperation(api, services, operation)
      sessionRoutes(api, services)
      await loadRoutes(api, services)
    },
    { prefix: apiBase },
  )
  healthRoutes(app, services)
  await serveApp(app, assets, allowedAt)
  return app
}

function refuseWithoutHost(app: Application) {
  app.addHook('onRequest', (request, _, done) => {
    const { headers, httpVersion } = request.raw
    if (httpVersion !== '1.1' || headers.host !== undefined) done()
    else done(new ProblemError(400, 'The request does not say which host it is for (Host).'))
  })
}

function corsFor(origins: readonly string[]) {
  return {
    origin: [...origins],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['etag'],
  }
}

/**
 * A protected reply of a numbered edition is the same for everybody and for ever: where it is kept, it is sent
 * before anything else is worked out.
 */
function sendKeptReplies(app: Application, { replies }: Services) {
  app.addHook('onRequest', (request, reply, done) => {
    const kept = request.method === 'GET' ? replies.get(addressKey(request)) : undefined
    if (kept) void sendFinished(request, reply, kept, immutable)
    else done()
  })
}

const securityHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      objectSrc: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
    },
  },
  // whoever puts TLS in front of the service says so there
  strictTransportSecurity: false,
}
