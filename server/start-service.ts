import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
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
import { removeLoadToken, writeLoadToken } from './load-token.ts'
import { clearAbandoned } from './loads/staging-folder.ts'
import { SettingError } from './setting-error.ts'
import { decideAuth, type Settings } from './settings.ts'

/** Another program listens there already. */
export class PortInUseError extends Error {
  constructor(host: string, port: number) {
    super(
      `Port ${port} of ${host} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`,
    )
    this.name = 'PortInUseError'
  }
}

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
  const { host, port, dataDirectory, databaseUrl } = options
  await refusePortInUse(host, port)
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
    const auth = decideAuth(options.auth, host, organisation?.illustrative ?? false)
    const token = randomBytes(32).toString('base64url')
    const app = await buildApplication({
      database,
      auth,
      oidc: options.oidc,
      idleMinutes: options.idleMinutes,
      sessionHours: options.sessionHours,
      loadToken: token,
      assets: options.assets,
      host,
      allowedHosts: options.allowedHosts,
      allowedOrigins: options.allowedOrigins,
      trustedProxies: options.trustedProxies,
      requestsAMinute: options.requestsAMinute,
      logLevel: options.logLevel,
    })
    await listen(app, host, port)
    const address = addressOf(host, app.server.address())
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

/** Asked before anything is opened, so that a start that must fail leaves no trace. */
async function refusePortInUse(host: string, port: number) {
  if (port === 0) return
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen({ host, port, exclusive: true }, resolve)
    })
  } catch (error) {
    throw isInUse(error) ? new PortInUseError(host, port) : cannotListen(host, port, error)
  } finally {
    await new Promise<void>((resolve) => probe.close(() => resolve()))
  }
}

async function listen(
  app: { listen: (to: { host: string; port: number }) => Promise<string> },
  host: string,
  port: number,
) {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw isInUse(error) ? new PortInUseError(host, port) : error
  }
}

function cannotListen(host: string, port: number, error: unknown): SettingError {
  const reason = error instanceof Error ? error.message : String(error)
  return new SettingError(
    `The service cannot listen at HOST=${host} PORT=${port} (${reason}). Give an address of this machine, such as 127.0.0.1, and a port from 1024.`,
  )
}

function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

function addressOf(host: string, bound: AddressInfo | string | null): string {
  const port = typeof bound === 'object' && bound ? bound.port : 80
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

function nameFigures({ name, illustrative }: { name: string; illustrative: boolean }): string {
  return illustrative ? `Demonstration: illustrative figures labelled ${name}` : `Figures of ${name}`
}
