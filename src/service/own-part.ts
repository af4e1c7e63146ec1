import type { Session } from '../contract/session.ts'
import { reachOf } from '../domain/session/role-table.ts'
import type { OwnPart, Store } from './store.ts'

/**
 * The part of the exact set that an asker may receive; null for whoever may receive all of it. Services are taken as
 * the newest edition has them, for every edition alike: two editions are compared in one and the same part.
 */
export async function ownPartOf(store: Store, { role, services }: Session): Promise<OwnPart | null> {
  if (services === undefined || reachOf(role, 'GET /series') !== 'own') return null
  return await store.findOwnPart(services)
}

/** Whether something that is linked to a measure or a milestone is of a part; what is linked to nothing is of none. */
export function isOwnLink({ kpis, milestones }: OwnPart, link: string | null): boolean {
  return link !== null && (kpis.has(link) || milestones.has(link))
}
