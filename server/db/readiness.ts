import { sql } from 'drizzle-orm'
import { audiences } from '../../src/domain/editions/publication.ts'
import type { EditionReader } from '../../src/service/store.ts'
import { conflictBehind } from './conflict.ts'
import type { Database, Queries } from './database.ts'
import { createDatabaseStore } from './database-store.ts'
import { newestKnown, newestMigration } from './migrate.ts'
import { type Queue, readQueue } from './queue.ts'

export type Readiness =
  | ({ kind: 'ready'; writes: 'taken' | `refused: ${string}` } & QueueFound)
  | { kind: 'not-ready'; why: string; error: unknown }

/** null where it cannot be read, and what stood in the way */
type QueueFound = { queue: Queue; error: null } | { queue: null; error: unknown }

/**
 * Whether figures can be read: what an overview and a measure's page read of the newest edition is read, of both sets
 * and anew, since a database can be reached whose files are damaged. That a figure of an older edition can be read is
 * not said by this.
 */
export async function checkReadiness(database: Database, now: Date): Promise<Readiness> {
  const { queries, hasRoom } = database
  try {
    if ((await newestMigration(queries)) !== newestKnown()) {
      return notReady('The database is of another version of the program than this one.')
    }
    // a store of its own: what another one has read before is kept there
    const store = createDatabaseStore({ queries })
    const newest = await store.findEdition('latest')
    if (newest) {
      for (const audience of audiences) await readOverview(store.openEdition(audience, newest).reader)
    }
    const found = await findQueue(database, now)
    if (!hasRoom()) return { kind: 'ready', writes: 'refused: no room on the disk', ...found }
    const only = await onlyReads(queries)
    return { kind: 'ready', writes: only ? 'refused: the database only reads' : 'taken', ...found }
  } catch (error) {
    return conflictBehind(error) === 'out-of-reach'
      ? notReady('The database cannot be reached.', error)
      : notReady('The figures of the newest edition cannot be read: the database may be damaged.', error)
  }
}

/** What cannot be told of what waits is no reason to send readers elsewhere. */
async function findQueue(database: Database, now: Date): Promise<QueueFound> {
  try {
    return { queue: await readQueue(database, now), error: null }
  } catch (error) {
    if (conflictBehind(error) === 'out-of-reach') throw error
    return { queue: null, error }
  }
}

/** As a server does that took the place of another and is not told to write yet. */
async function onlyReads(queries: Queries): Promise<boolean> {
  const setting = sql<string>`current_setting('transaction_read_only')`
  const [row] = await queries.select({ setting }).from(sql`(values (1)) as one`)
  return row?.setting === 'on'
}

async function readOverview(reader: EditionReader) {
  const kpis = (await reader.readKpis()).map(({ id }) => id)
  await reader.readRowAnalyses()
  await reader.readHeadlines({ ofBorough: kpis, ofCategories: kpis }, null)
}

function notReady(why: string, error: unknown = null): Readiness {
  return { kind: 'not-ready', why, error }
}
