import { buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import type { Database, EmbeddedOptions } from '../../../server/db/database.ts'
import type { Role } from '../../../src/contract/session.ts'
import { openDemonstration } from '../../support/an-engine.ts'

export interface DemonstrationService {
  app: Application
  database: Database
  /** asks below /api/v1, as somebody with a role or as the public */
  get: (path: string, as?: Role, headers?: Record<string, string>) => Promise<Answer>
  close: () => Promise<void>
}

export interface Answer {
  status: number
  headers: Record<string, unknown>
  text: string
  json: unknown
}

/** The service over the demonstration, in memory and without a port. */
export async function demonstrationService(
  logger?: EmbeddedOptions['logger'],
): Promise<DemonstrationService> {
  const database = await openDemonstration(logger)
  const app = await buildApplication({ database, auth: 'demo' })
  const cookies = new Map<Role, string>()

  async function cookieOf(role: Role): Promise<string> {
    const known = cookies.get(role)
    if (known) return known
    const reply = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { role } })
    const [cookie] = reply.cookies
    const pair = `${cookie?.name}=${cookie?.value}`
    cookies.set(role, pair)
    return pair
  }

  return {
    app,
    database,
    async get(path, as = 'public', headers = {}) {
      const identity = as === 'public' ? {} : { cookie: await cookieOf(as) }
      const reply = await app.inject({ url: `/api/v1${path}`, headers: { ...identity, ...headers } })
      const isPlain = reply.headers['content-encoding'] === undefined
      const isJson = isPlain && String(reply.headers['content-type']).includes('json')
      return {
        status: reply.statusCode,
        headers: reply.headers,
        text: reply.body,
        json: isJson && reply.body ? reply.json() : undefined,
      }
    },
    async close() {
      await app.close()
      await database.close()
    },
  }
}
