import { apiBase } from '../../src/contract/paths.ts'
import type { Right } from '../../src/domain/session/role-table.ts'
import { refuseByRole, rightOf } from '../../src/service/refuse-by-role.ts'
import type { Application } from '../application.ts'
import type { Sessions } from '../session/sessions.ts'

/** Asked of a route by itself, or for the browser: they read what GET reads, or nothing. */
const impliedMethods = new Set(['HEAD', 'OPTIONS'])

/** Whatever is read of a preview is one right. */
const ofPreview = /^\/previews\/:load\/:audience(\/.*)?$/

/** The row of the table that a route follows. */
export function rightAt(method: string, url: string): Right {
  const path = url.startsWith(`${apiBase}/`) ? url.slice(apiBase.length) : url
  return rightOf(method, path.replace(ofPreview, '/previews/:load/:audience'))
}

/** Lets no route be served that nobody decided on: the service does not start with one. */
export function followRoleTable(app: Application) {
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (!impliedMethods.has(one)) rightAt(one, url)
  })
}

/** Refuses a role what the table does not give it, before a body is read or a parameter looked at. */
export function refuseOthers(api: Application, sessions: Sessions) {
  api.addHook('onRequest', async (request) => {
    const { method, routeOptions } = request
    if (routeOptions.url === undefined || method === 'OPTIONS') return
    // HEAD tells how long an answer is, and whether there is one
    refuseByRole(sessions.identify(request), rightAt(method === 'HEAD' ? 'GET' : method, routeOptions.url))
  })
}
