import { count, eq, lte, min, sql } from 'drizzle-orm'
import type { ScheduledState } from '../../src/contract/loads.ts'
import type { Database, Queries } from './database.ts'
import { scheduledLoadTable } from './schema/shared.ts'
import { keyOfLock } from './shared-locks.ts'

/** What waits to be published, at all instances together. */
export interface Queue {
  /** editions with a time: those that wait for it, and those that did not come about at it and are still at the desk */
  scheduled: Record<ScheduledState, number>
  /** publications that wait for another to end: on a server alone, since of an embedded database one is begun at a time */
  behindAnother: number
  /** for how long the first of them has waited, or the first edition whose time has come; 0 where none has */
  longestWaitMs: number
}

export async function readQueue(
  { queries, isShared }: Pick<Database, 'queries' | 'isShared'>,
  now: Date,
): Promise<Queue> {
  const scheduled = await countScheduled(queries)
  const dueSince = await oldestDue(queries, now)
  const behind = isShared ? await readWaiters(queries) : { waiters: 0, longestMs: 0 }
  const dueMs = dueSince === null ? 0 : now.getTime() - dueSince.getTime()
  return { scheduled, behindAnother: behind.waiters, longestWaitMs: Math.max(dueMs, behind.longestMs) }
}

async function countScheduled(queries: Queries): Promise<Queue['scheduled']> {
  const { state } = scheduledLoadTable
  const rows = await queries.select({ state, loads: count() }).from(scheduledLoadTable).groupBy(state)
  const of = (name: ScheduledState) => rows.find((row) => row.state === name)?.loads ?? 0
  return { waiting: of('waiting'), missed: of('missed'), refused: of('refused') }
}

async function oldestDue(queries: Queries, now: Date): Promise<Date | null> {
  const { state, at } = scheduledLoadTable
  const [row] = await queries
    .select({ since: min(at) })
    .from(scheduledLoadTable)
    .where(sql`${eq(state, 'waiting')} and ${lte(at, now)}`)
  return row?.since ?? null
}

/** By the server's own clock. */
async function readWaiters(queries: Queries): Promise<{ waiters: number; longestMs: number }> {
  const [row] = await queries
    .select({
      waiters: sql<number>`count(*)::int`,
      longestMs: sql<number>`coalesce(max(extract(epoch from clock_timestamp() - waitstart)) * 1000, 0)::float8`,
    })
    .from(sql`pg_locks`)
    .where(
      sql`locktype = 'advisory' and not granted and (classid::bigint, objid::bigint) = (${keyOfLock('publication')})
        and database = (select oid from pg_database where datname = current_database())`,
    )
  return row ?? { waiters: 0, longestMs: 0 }
}
