import { randomBytes } from 'node:crypto'
import { buildApplication } from './app.ts'
import { completeAnalyses } from './db/analysis-store.ts'
import type { Database } from './db/database.ts'
import { readEditions } from './db/editions.ts'
import { loadDemonstration } from './db/load-demonstration.ts'
import { openDataDirectory } from './db/open-data-directory.ts'
import { openServerDatabase } from './db/open-server-database.ts'
import { readOrganisation } from './db/organisation.ts'
import { completeWithheld } from './db/withheld-store.ts'
import { keepHouseRegularly } from './housekeeping.ts'
import { addressOf, listenAt, refusePortInUse } from './listening.ts'
import { removeLoadToken, writeLoadToken } from './load-token.ts'
import { clearAbandoned } from './loads/staging-folder.ts'
import { createMetrics } from './metrics/metrics.ts'
import { serveMetrics } from './metrics/serve-metrics.ts'
import { decideAuth, type Holding, type Settings } from './settings.ts'

export interface Service {
  address: string
  /** resolves when the database has ended by itself: the service can answer nothing any more, and ends too */
  ended: Promise<Error>
  stop: () => Promise<void>
}

export interface ServiceOptions extends Settings {
  /** the built app, or null for the API alone */
  assets: string | null
  say: (line: string) => void
}

/** Opens the database, fills an empty one with the demonstration, and serves until it is stopped. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { dataDirectory, databaseUrl } = options
  const place = { host: options.host, port: options.port, setting: 'PORT' } as const
  const metricsPlace = options.metrics && ({ ...options.metrics, setting: 'METRICS_PORT' } as const)
  await refusePortInUse(place)
  if (metricsPlace) await refusePortInUse(metricsPlace)
  await clearAbandoned()
  const database = databaseUrl
    ? await openServerDatabase(databaseUrl, options.databaseReadUrl)
    : await openDataDirectory(dataDirectory)
  const stopKeepingHouse = keepHouseRegularly(database)
  try {
    await seed(database, options)
    await completeAnalyses(database.queries)
    await completeWithheld(database.queries)
    const organisation = await readOrganisation(database.queries)
    const auth = decideAuth(options.auth, place.host, holdingOf(organisation, databaseUrl))
    const metrics = metricsPlace && createMetrics(database)
    const token = randomBytes(32).toString('base64url')
    const app = await buildApplication({
      database,
      auth,
      oidc: options.oidc,
      idleMinutes: options.idleMinutes,
      sessionHours: options.sessionHours,
      loadToken: token,
      assets: options.assets,
      host: place.host,
      metrics,
      allowedHosts: options.allowedHosts,
      allowedOrigins: options.allowedOrigins,
      trustedProxies: options.trustedProxies,
      requestsAMinute: options.requestsAMinute,
      sources: options.sources,
      publishesWhenDue: true,
      logLevel: options.logLevel,
    })
    const watching = metrics && metricsPlace && (await serveMetrics(metrics, metricsPlace))
    await listenAt(place, (to) => app.listen(to))
    const address = addressOf(place.host, app.server.address())
    writeLoadToken(dataDirectory, { address, token })
    options.say(
      `${organisation ? nameFigures(organisation) : 'Empty: nothing has been loaded yet'}. Open ${address}`,
    )
    return {
      address,
      ended: database.ended,
      async stop() {
        stopKeepingHouse()
        removeLoadToken(dataDirectory, token)
        watching?.stop()
        await app.close()
        await database.close()
      },
    }
  } catch (error) {
    stopKeepingHouse()
    await database.close()
    throw error
  }
}

async function seed(database: Database, { seed, say }: ServiceOptions) {
  if (seed === 'none') return
  if ((await readOrganisation(database.queries)) || (await readEditions(database.queries)).length) return
  say('Loading the demonstration …')
  await loadDemonstration(database)
}

/** What an empty server database comes to hold, others decide as well: it is taken for the stricter. */
function holdingOf(organisation: { illustrative: boolean } | null, databaseUrl: string | null): Holding {
  if (!organisation) return databaseUrl === null ? 'nothing' : 'real figures'
  return organisation.illustrative ? 'illustrative figures' : 'real figures'
}

function nameFigures({ name, illustrative }: { name: string; illustrative: boolean }): string {
  return illustrative ? `Demonstration: illustrative figures labelled ${name}` : `Figures of ${name}`
}
