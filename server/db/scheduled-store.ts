import { and, asc, eq, lte } from 'drizzle-orm'
import type { ScheduledLoad } from '../../src/contract/loads.ts'
import { instant } from './editions.ts'
import type { Queries } from './queries.ts'
import { scheduledLoadTable } from './schema/shared.ts'

type Row = typeof scheduledLoadTable.$inferSelect

/** A load that is to be published at a time, as it was decided. */
export type KeptSchedule = Pick<Row, 'load' | 'at' | 'naming' | 'by'>

/** In place of a time that was set before. */
export async function insertSchedule(queries: Queries, { load, ...decided }: KeptSchedule): Promise<void> {
  const row = { ...decided, state: 'waiting', why: null } as const
  await queries
    .insert(scheduledLoadTable)
    .values({ load, ...row })
    .onConflictDoUpdate({ target: scheduledLoadTable.load, set: row })
}

/** As everybody at the desk is told of it; null where no time was set. */
export async function findSchedule(queries: Queries, load: string): Promise<ScheduledLoad | null> {
  const [row] = await queries.select().from(scheduledLoadTable).where(eq(scheduledLoadTable.load, load))
  return row ? scheduledOf(row) : null
}

export function scheduledOf({ at, naming, by, state, why }: Row): ScheduledLoad {
  return { at: instant(at), label: naming.label, who: by.who, state, why }
}

/** Those whose time has come, in its order. */
export async function listDue(queries: Queries, now: Date): Promise<KeptSchedule[]> {
  return await queries
    .select()
    .from(scheduledLoadTable)
    .where(and(eq(scheduledLoadTable.state, 'waiting'), lte(scheduledLoadTable.at, now)))
    .orderBy(asc(scheduledLoadTable.at))
}

/** Whether it waits as it was read: nobody called it off, published it or chose another time since. */
export async function isStillDue(
  queries: Queries,
  { load, at }: Pick<KeptSchedule, 'load' | 'at'>,
): Promise<boolean> {
  const waiting = await queries.select().from(scheduledLoadTable).where(isWaiting(load, at))
  return waiting.length > 0
}

const isWaiting = (load: string, at: Date) =>
  and(
    eq(scheduledLoadTable.load, load),
    eq(scheduledLoadTable.state, 'waiting'),
    eq(scheduledLoadTable.at, at),
  )

/** Notes why it was not published; nothing of one that somebody else published, put down or called off meanwhile. */
export async function putDown(
  queries: Queries,
  { load, at }: Pick<KeptSchedule, 'load' | 'at'>,
  state: 'missed' | 'refused',
  why: string,
): Promise<boolean> {
  const changed = await queries
    .update(scheduledLoadTable)
    .set({ state, why })
    .where(isWaiting(load, at))
    .returning({ load: scheduledLoadTable.load })
  return changed.length > 0
}

/** Whether there was one. */
export async function deleteSchedule(queries: Queries, load: string): Promise<boolean> {
  const gone = await queries
    .delete(scheduledLoadTable)
    .where(eq(scheduledLoadTable.load, load))
    .returning({ load: scheduledLoadTable.load })
  return gone.length > 0
}
