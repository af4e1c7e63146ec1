import type { OpenSession } from '../../src/contract/sessions.ts'
import type { Actor } from '../../src/domain/audit/deed.ts'
import { appendAudit } from '../db/audit-store.ts'
import { instant } from '../db/editions.ts'
import type { Queries } from '../db/queries.ts'
import { endSessionsWith, listSessions } from '../db/session-store.ts'
import { actorOfSession } from './sessions.ts'

/** Who is signed in, at every instance; newest first. */
export async function readOpenSessions(queries: Queries, at: Date): Promise<OpenSession[]> {
  return (await listSessions(queries, at)).map(({ begunAt, seenAt, endsAt, ...session }) => ({
    who: actorOfSession(session).who,
    account: session.subject,
    role: session.chosen.role,
    begunAt: instant(begunAt),
    seenAt: instant(seenAt),
    endsAt: instant(endsAt),
  }))
}

/**
 * Ends every session of a person, or of everybody: their next request is the panel's.
 *
 * @param who a name or an account, as they are listed; null for everybody
 * @returns how many there were
 */
export async function endSessionsFor(
  queries: Queries,
  who: string | null,
  by: Actor,
  now: Date,
): Promise<number> {
  return await queries.transaction(async (transaction) => {
    const listed = await listSessions(transaction, now)
    const named = listed.filter(
      (session) => who === null || actorOfSession(session).who === who || session.subject === who,
    )
    const ended = await endSessionsWith(
      transaction,
      named.map(({ id }) => id),
    )
    const of = { at: instant(now), about: {}, outcome: 'done' } as const
    const rows = ended.map((session) => ({
      ...actorOfSession(session),
      ...of,
      deed: 'signed-out' as const,
    }))
    if (rows.length > 0) await appendAudit(transaction, [{ ...by, ...of, deed: 'sessions-ended' }, ...rows])
    return ended.length
  })
}
