import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import cors from '@fastify/cors'
import fastify from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { largestBody } from '../src/contract/bounds.ts'
import { apiBase } from '../src/contract/paths.ts'
import { operations } from '../src/service/operations.ts'
import type { Application } from './application.ts'
import { noteSeen } from './audit/seen.ts'
import { answerOddRequests, answerUnreadable } from './bare-connection.ts'
import type { Database } from './db/database.ts'
import { createDatabaseStore } from './db/database-store.ts'
import { documentApi } from './docs/document-api.ts'
import { refuseOtherHosts } from './door/allowed-hosts.ts'
import { refuseCrossSite } from './door/cross-site.ts'
import { rememberPosts } from './door/idempotency.ts'
import { limitRequests, type MayDraw } from './door/limits.ts'
import { followRoleTable, refuseOthers } from './door/role-guard.ts'
import { sendSecurityHeaders } from './door/security-headers.ts'
import { answerBadAddress, answerErrors } from './errors.ts'
import { knowAddresses } from './known-addresses.ts'
import { createLoadPlace } from './loads/load-place.ts'
import { type LogOptions, logOptions } from './log/log-options.ts'
import { logRefusals } from './log/security-events.ts'
import type { Metrics } from './metrics/metrics.ts'
import { readJsonBodies } from './read-json-bodies.ts'
import { createReplyCache } from './replies/reply-cache.ts'
import { immutable, sendFinished } from './replies/send-reply.ts'
import { healthRoutes } from './routes/health.ts'
import { loadRoutes } from './routes/loads.ts'
import { addressKey, serveOperation } from './routes/operation-route.ts'
import { sessionRoutes } from './routes/session.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { sourceRoutes } from './routes/sources.ts'
import type { Services } from './services.ts'
import { type AuthMode, createSessions } from './session/sessions.ts'
import { createProvider, type OidcSettings } from './sign-in/provider.ts'
import type { SourceSettings } from './sources/source-settings.ts'
import { serveApp } from './static/serve-app.ts'
import { validateWithWords } from './validate-with-words.ts'

export interface ApplicationOptions {
  database: Database
  auth: AuthMode
  /** the sign-in service, where there is one */
  oidc?: OidcSettings | null
  /** how long a session of it lasts without a request, and at all */
  idleMinutes?: number
  sessionHours?: number
  /** lets the loader on this machine in; null where there is none */
  loadToken?: string | null
  /** the built app; null serves the API alone */
  assets?: string | null
  /** where the service listens */
  host?: string
  /** names that it is asked by, beside those of this machine */
  allowedHosts?: readonly string[]
  allowedOrigins?: readonly string[]
  /** addresses of proxies that are believed about who asks, by which name and whether by TLS */
  trustedProxies?: readonly string[]
  /** of one reader */
  requestsAMinute?: number | null
  /** requests that are answered at one time */
  mostAtOnce?: number | null
  /** where files come from by themselves */
  sources?: readonly SourceSettings[]
  /** whether loads that wait for a time are published at it, and sources are asked; whoever starts the service says so */
  publishesWhenDue?: boolean
  logLevel?: string
  /** counts what is answered; nobody does where there is none */
  metrics?: Metrics | null
  /** where the log goes; standard output unless told */
  logStream?: LogOptions['stream']
  now?: () => Date
}

/** A load of two gigabytes over a slow line takes as long as this. */
const longestRequestMs = 15 * 60_000
const longestHeadersMs = 15_000
/** a session of the demonstration, which holds nothing that could be left open */
const demonstrationHours = 12

/** The data service: API, documentation and, where it was built, the app. */
export async function buildApplication(options: ApplicationOptions): Promise<Application> {
  const { database, auth, loadToken = null, assets = null, allowedOrigins = [], host = '127.0.0.1' } = options
  const trustedProxies = [...(options.trustedProxies ?? [])]
  const app: Application = fastify({
    logger: logOptions({ level: options.logLevel ?? 'warn', stream: options.logStream }),
    bodyLimit: largestBody,
    forceCloseConnections: true,
    // a request without Host is answered below, in words
    http: { requireHostHeader: false, headersTimeout: longestHeadersMs },
    requestTimeout: longestRequestMs,
    trustProxy: trustedProxies.length > 0 ? trustedProxies : false,
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerUnreadable,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<ZodTypeProvider>()
  readJsonBodies(app)
  answerOddRequests(app.server)
  app.setValidatorCompiler(validateWithWords)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app)
  const place = createLoadPlace()
  options.metrics?.watch(app, place)
  logRefusals(app)
  sendSecurityHeaders(app)
  refuseOtherHosts(app, host, options.allowedHosts ?? [])
  followRoleTable(app)
  const allowedAt = knowAddresses(app)

  const now = options.now ?? (() => new Date())
  const sessions = createSessions({
    database,
    auth,
    loadToken,
    idleMs: (options.idleMinutes ?? 60) * 60_000,
    lifetimeMs: (auth === 'oidc' ? (options.sessionHours ?? 10) : demonstrationHours) * 3_600_000,
    now,
  })
  const { oidc = null } = options
  const services: Services = {
    database,
    auth,
    sessions,
    signIn: oidc && { provider: createProvider(oidc), roles: oidc.roles },
    store: createDatabaseStore(database),
    replies: createReplyCache({ bytesOf: ({ body }) => body.length }),
    seen: noteSeen(app, { database, sessions, now }),
    now,
  }

  if (allowedOrigins.length) await app.register(cors, corsFor(allowedOrigins))
  refuseCrossSite(app, allowedOrigins)
  sendKeptReplies(app, services)
  await app.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    // a page with its first readings is a sixth smaller than at the usual 4, for two milliseconds more
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } },
  })
  await app.register(cookie)
  await documentApi(app)

  let mayDraw: MayDraw = async () => false
  await app.register(
    async (api: Application) => {
      // read once, before anything asks who it is
      api.addHook('onRequest', async (request) => await sessions.recognise(request))
      mayDraw = await limitRequests(api, services, {
        host,
        requestsAMinute: options.requestsAMinute ?? null,
        mostAtOnce: options.mostAtOnce ?? null,
        trustsProxies: trustedProxies.length > 0,
      })
      refuseOthers(api, sessions)
      const writing = { ...services, posts: rememberPosts(api, services) }
      for (const operation of operations) serveOperation(api, writing, operation)
      sessionRoutes(api, services)
      if (services.signIn) signInRoutes(api, services, services.signIn)
      const keepsTime = options.publishesWhenDue ?? false
      const loads = await loadRoutes(api, writing, { place, publishesWhenDue: keepsTime })
      sourceRoutes(api, services, { loads, settings: options.sources ?? [], keepsTime })
    },
    { prefix: apiBase },
  )
  healthRoutes(app, services, place)
  await serveApp(app, assets, { allowedAt, mayDraw })
  return app
}

function corsFor(origins: readonly string[]) {
  return {
    origin: [...origins],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposedHeaders: ['etag'],
    // what asks for nothing is answered like what asks, not refused in plain text
    strictPreflight: false,
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
