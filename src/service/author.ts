import type { ActionAuthor } from '../domain/actions/change-action.ts'
import { dayOf } from '../domain/periods/day-of.ts'
import type { Asker } from './operation.ts'
import { ProblemError } from './problem.ts'
import type { Store } from './store.ts'

const refusals = {
  'write-actions': 'Actions are recorded and changed by officers who are signed in.',
  'write-commentary': 'Commentary is written by officers who are signed in.',
  'store-packs':
    'Packs are stored by officers who are signed in; a pack that fits into an address needs no storing.',
}

/**
 * Who writes, and when.
 * @throws ProblemError 403 for roles that may not
 */
export async function identifyAuthor(
  store: Store,
  { session, at }: Asker,
  permission: keyof typeof refusals,
): Promise<ActionAuthor> {
  const { role, name, can } = session
  if (!can.includes(permission)) {
    throw new ProblemError(403, `${refusals[permission]} The role "${name}" may read them.`)
  }
  return { role, name, at, day: await todayHere(store, at) }
}

/** The day of an instant where the council is. */
export async function todayHere(store: Store, at: string): Promise<string> {
  const organisation = await store.readOrganisation()
  return dayOf(at, organisation?.timezone ?? 'Europe/London')
}
