import { apiBase } from '../../src/contract/paths.ts'
import type { Right } from '../../src/domain/session/role-table.ts'
import { refuseByRole, rightOf } from '../../src/service/refuse-by-role.ts'
import type { Application } from '../application.ts'
import type { Sessions } from '../session/sessions.ts'

/** Whatever is read of a preview is one right. */
const ofPreview = /^\/previews\/:load\/:audience(\/.*)?$/

/**
 * The row of the table that a route follows. HEAD follows the row of GET: its answer is GET's without the body, and
 * the length of a body, or that there is one, tells of what it holds.
 */
export function rightAt(method: string, url: string): Right {
  const path = url.startsWith(`${apiBase}/`) ? url.slice(apiBase.length) : url
  return rightOf(method === 'HEAD' ? 'GET' : method, path.replace(ofPreview, '/previews/:load/:audience'))
}

/** Asked by a browser before a request that it may not make: it reads nothing, and has no row. */
const isAskedFirst = (method: string) => method === 'OPTIONS'

/** Lets no route be served that nobody decided on: the service does not start with one. */
export function followRoleTable(app: Application) {
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (!isAskedFirst(one)) rightAt(one, url)
  })
}

/** Refuses a role what the table does not give it, before a body is read or a parameter looked at. */
export function refuseOthers(api: Application, sessions: Sessions) {
  api.addHook('onRequest', async (request) => {
    const { method, routeOptions } = request
    if (routeOptions.url === undefined || isAskedFirst(method)) return
    refuseByRole(sessions.identify(request), rightAt(method, routeOptions.url))
  })
}
