import type { Actor, AuditEntry, AuditSubject, Deed } from '../domain/audit/deed.ts'
import type { Asker } from './operation.ts'

/** What the audit keeps of something that the asker does. */
export function entryBy(asker: Asker, deed: Deed, about: AuditSubject): AuditEntry {
  return { ...actorOf(asker), at: asker.at, deed, about, outcome: 'done' }
}

/** Who asks: the person where the sign-in service names one, else the role. */
function actorOf({ by, session: { role, name, person } }: Asker): Actor {
  return by ?? { who: person ?? name, account: null, role }
}
