import { lte, sql } from 'drizzle-orm'
import type { Queries } from './database.ts'
import { requestCountTable } from './schema/shared.ts'
import { digestOf } from './session-store.ts'

export interface RequestCount {
  count: number
  endsAt: Date
}

/** Counts one more request of an asker, in the time that has begun or in a new one, and says how many there are. */
export async function countRequest(
  queries: Queries,
  name: string,
  { at, until }: { at: Date; until: Date },
): Promise<RequestCount> {
  const { count, endsAt } = requestCountTable
  const isOver = lte(endsAt, at)
  const [row] = await queries
    .insert(requestCountTable)
    .values({ name: digestOf(name), count: 1, endsAt: until })
    .onConflictDoUpdate({
      target: requestCountTable.name,
      set: {
        count: sql`case when ${isOver} then 1 else ${count} + 1 end`,
        endsAt: sql`case when ${isOver} then excluded.ends_at else ${endsAt} end`,
      },
    })
    .returning({ count, endsAt })
  return row ?? { count: 1, endsAt: until }
}

/** Nothing is kept of who asked, once the minute is over. */
export async function forgetCounts(queries: Queries, at: Date): Promise<void> {
  await queries.delete(requestCountTable).where(lte(requestCountTable.endsAt, at))
}
