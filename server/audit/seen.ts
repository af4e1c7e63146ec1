import type { FastifyRequest } from 'fastify'
import type { AuditSubject, Deed } from '../../src/domain/audit/deed.ts'
import type { Application } from '../application.ts'
import { appendAudit, type NewAuditEntry } from '../db/audit-store.ts'
import type { Database } from '../db/database.ts'
import { instant } from '../db/editions.ts'
import { digestOf } from '../db/session-store.ts'
import type { Sessions } from '../session/sessions.ts'

/** What somebody read, which is kept once for each session, thing and day. */
export interface Seen {
  /** `things` is asked once the reader has the answer */
  note: (
    request: FastifyRequest,
    deed: Extract<Deed, 'exact-seen' | 'previewed'>,
    things: () => Promise<AuditSubject[]>,
  ) => void
}

interface Reading {
  entry: Omit<NewAuditEntry, 'about' | 'once'>
  /** the session, or the loader */
  reader: string
  things: () => Promise<AuditSubject[]>
}

/** So long what was read waits to be written, with all that is read meanwhile. */
const everyMs = 1000
/** Many sessions of many pages; then they are asked of the database again. */
const mostKnown = 50_000

/**
 * Keeps who read what. No reading waits for it: it is written afterwards, all of a second in one transaction, and what
 * cannot be written is said in the log, while readers are still served.
 */
export function noteSeen(
  app: Application,
  { database, sessions, now }: { database: Pick<Database, 'queries'>; sessions: Sessions; now: () => Date },
): Seen {
  /** written, by what makes them once */
  const known = new Set<string>()
  let waiting: Reading[] = []
  let timer: NodeJS.Timeout | null = null

  const write = async () => {
    timer = null
    const readings = waiting
    waiting = []
    const entries = new Map<string, NewAuditEntry>()
    for (const reading of readings)
      for (const entry of await entriesOf(reading)) entries.set(entry.once, entry)
    const fresh = [...entries.values()].filter(({ once = '' }) => !known.has(once))
    if (fresh.length === 0) return
    await appendAudit(database.queries, fresh)
    if (known.size > mostKnown) known.clear()
    for (const once of entries.keys()) known.add(once)
  }
  // whoever reads the same again is noted then
  const tryToWrite = () =>
    write().catch((error: unknown) => app.log.error({ err: error }, 'audit not written'))

  app.addHook('onClose', async () => {
    if (timer) clearTimeout(timer)
    await tryToWrite()
  })

  return {
    note(request, deed, things) {
      const at = instant(now())
      const entry = { ...sessions.actorOf(request), at, deed, outcome: 'done' } as const
      waiting.push({ entry, reader: sessions.nameOf(request), things })
      timer ??= setTimeout(() => void tryToWrite(), everyMs).unref()
    },
  }
}

async function entriesOf({ entry, reader, things }: Reading) {
  return (await things()).map((about) => ({
    ...entry,
    about,
    once: digestOf(JSON.stringify([reader, entry.at.slice(0, 10), entry.deed, Object.entries(about)])),
  }))
}
