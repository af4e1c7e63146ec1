import { getResponse } from 'msw'
import { db } from '../../mocks/db.ts'
import { handlers } from '../../mocks/handlers/all.ts'
import { buildApplication } from '../../server/app.ts'
import type { Fetch } from '../../src/contract/conformance/api-under-check.ts'
import { apiBase, paths } from '../../src/contract/paths.ts'
import type { Role } from '../../src/contract/session.ts'
import { openDemonstration } from './an-engine.ts'

export interface ApiInProcess {
  /** the address that ends in /api/v1 */
  base: string
  fetch: Fetch
  /** writes as whoever is signed in; a string is sent as it is */
  send: (method: string, path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>
  signIn: (role: Role) => Promise<void>
  close: () => Promise<void>
}

/** The mock, asked without any network. It is worked out first: whoever asks gives an answer up after a while. */
export function openMock(): ApiInProcess {
  if (db.tables.editions.length === 0) throw new Error('the mock holds no edition')
  // a file before this one, in the same process, may have written to it
  db.reset()
  return {
    base: `http://mock.test${apiBase}`,
    async fetch(url, { headers }) {
      const response = await getResponse(handlers, new Request(url, { headers }))
      if (!response) throw new Error(`the mock has no handler for ${url}`)
      return response
    },
    async send(method, path, body, headers) {
      const request = new Request(`http://mock.test${apiBase}${path}`, written(method, body, headers))
      const response = await getResponse(handlers, request)
      if (!response) throw new Error(`the mock has no handler for ${method} ${path}`)
      return response
    },
    async signIn(role) {
      db.role = role
    },
    async close() {
      db.reset()
    },
  }
}

function written(method: string, body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
}

/** The data service over a database in memory that holds the demonstration, listening on a free port. */
export async function openServer(): Promise<ApiInProcess> {
  const database = await openDemonstration()
  const app = await buildApplication({ database, auth: 'demo' })
  const base = (await app.listen({ host: '127.0.0.1', port: 0 })) + apiBase
  let cookie = ''
  return {
    base,
    fetch: (url, { headers, signal }) =>
      fetch(url, { headers: { ...headers, ...(cookie ? { cookie } : {}) }, signal }),
    send: (method, path, body, headers) =>
      fetch(base + path, written(method, body, { ...headers, ...(cookie ? { cookie } : {}) })),
    async signIn(role) {
      const response = await fetch(base + paths.session(), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ role }),
      })
      if (!response.ok) throw new Error(`signing in as ${role} brought ${response.status}`)
      cookie = response.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ')
    },
    async close() {
      await app.close()
      await database.close()
    },
  }
}
