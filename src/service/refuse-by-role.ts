import type { Session } from '../contract/session.ts'
import { may, type Right, roleTable } from '../domain/session/role-table.ts'
import { ProblemError } from './problem.ts'

const onActions = 'Actions are recorded and changed by officers who are signed in.'
const readsOnly = ({ name }: Session) => `The role "${name}" may read them.`
const byLoader = () => 'Sign in as one, or use "npm run load" on this machine.'

/** What is said to whoever may not, by right; a right that everybody has needs no words. */
const refusals: Partial<Record<Right, readonly [why: string, then: (session: Session) => string]>> = {
  'POST /actions': [onActions, readsOnly],
  'PATCH /actions/:id': [onActions, readsOnly],
  'PUT /commentary': ['Commentary is written by officers who are signed in.', readsOnly],
  'POST /packs': [
    'Packs are stored by officers who are signed in; a pack that fits into an address needs no storing.',
    readsOnly,
  ],
  'GET /audit': ['The audit is read by the analyst and the director.', () => 'Sign in as one of them.'],
  'GET /audit/chain': ['The audit is read by the analyst and the director.', () => 'Sign in as one of them.'],
  'GET /loads': ['An analyst may read the log of loads.', byLoader],
  'POST /loads': ['An analyst may load.', byLoader],
  'GET /loads/:id': ['An analyst may load.', byLoader],
  'GET /previews/:load/:audience': ['An analyst may look at the preview of a load.', () => 'Sign in as one.'],
  'POST /editions/:n/withdraw': ['An analyst may withdraw an edition.', byLoader],
  'POST /loads/:id/publish': ['An analyst may publish.', byLoader],
}

/** The row of the table of roles that a route follows. @throws Error where there is none: nobody decided on it */
export function rightOf(method: string, path: string): Right {
  const name = `${method.toUpperCase()} ${path}`
  const right = Object.keys(roleTable).find((one): one is Right => one === name)
  if (right === undefined) throw new Error(`${name} has no row in src/domain/session/role-table.ts`)
  return right
}

/**
 * Before anything else is looked at.
 * @throws ProblemError 403 for roles that may not
 */
export function refuseByRole(session: Session, right: Right): void {
  if (may(session.role, right)) return
  const [why, then] = refusals[right] ?? [`The role "${session.name}" may not do this.`, () => '']
  throw new ProblemError(403, `${why} ${then(session)}`.trim())
}
