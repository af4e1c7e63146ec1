import type { FastifyRequest } from 'fastify'
import type { ActionAuthor } from '../../src/domain/actions/change-action.ts'
import { dayOf } from '../../src/domain/periods/day-of.ts'
import { instant } from '../db/editions.ts'
import { readOrganisation } from '../db/organisation.ts'
import { ProblemError } from '../problem.ts'
import type { Services } from '../services.ts'

const refusals: Record<string, string> = {
  'write-actions': 'Actions are recorded and changed by officers who are signed in.',
  'write-commentary': 'Commentary is written by officers who are signed in.',
  'store-packs':
    'Packs are stored by officers who are signed in; a pack that fits into an address needs no storing.',
}

/** Who writes, and when; 403 for roles that may not. */
export async function identifyAuthor(
  services: Pick<Services, 'database' | 'sessions' | 'now'>,
  request: FastifyRequest,
  permission: 'write-actions' | 'write-commentary' | 'store-packs',
): Promise<ActionAuthor> {
  const { role, name, can } = services.sessions.identify(request)
  if (!can.includes(permission)) {
    throw new ProblemError(403, `${refusals[permission]} The role "${name}" may read them.`)
  }
  const at = instant(services.now())
  return { role, name, at, day: await todayHere(services, at) }
}

/** The day of an instant where the council is. */
export async function todayHere({ database }: Pick<Services, 'database'>, at: string): Promise<string> {
  const organisation = await readOrganisation(database.queries)
  return dayOf(at, organisation?.timezone ?? 'Europe/London')
}
