import { eq } from 'drizzle-orm'
import type { Queries } from './queries.ts'
import { sourceTable } from './schema/sources.ts'
import { lockUntilEnd } from './shared-locks.ts'

export type SourceRow = typeof sourceTable.$inferSelect
/** What an asking ended with; what is left out stays as it was. */
type SourceOutcomeRow = Pick<SourceRow, 'askedAt' | 'outcome' | 'words'> &
  Partial<Pick<SourceRow, 'load' | 'cameAt' | 'fingerprint'>>

/** By their names; of one that was never asked there is none. */
export async function readSources(queries: Queries): Promise<Map<string, SourceRow>> {
  const rows = await queries.select().from(sourceTable)
  return new Map(rows.map((row) => [row.name, row]))
}

interface Claim {
  name: string
  /** the time of the schedule that is being kept; null where somebody asks out of turn */
  slot: Date | null
  now: Date
  /** until when nobody else asks, should this process be killed */
  until: Date
}

/**
 * Takes a source for whoever asks it, over all instances: one at a time, and each time of its schedule once. The lock
 * is held for as long as it takes to write that down, not while the source is asked.
 *
 * @returns what was known of it before; null where somebody else asks it, or has kept that time
 */
export async function claimSource(
  queries: Queries,
  { name, slot, now, until }: Claim,
): Promise<SourceRow | null> {
  return await queries.transaction(async (transaction) => {
    await lockUntilEnd(transaction, 'sources')
    await transaction.insert(sourceTable).values({ name }).onConflictDoNothing()
    const [row] = await transaction.select().from(sourceTable).where(eq(sourceTable.name, name))
    if (!row || (row.askingUntil && row.askingUntil > now)) return null
    if (slot && row.slot && row.slot >= slot) return null
    await transaction
      .update(sourceTable)
      .set({ askingUntil: until, ...(slot ? { slot } : {}) })
      .where(eq(sourceTable.name, name))
    return row
  })
}

/** Gives it free again, with what came of it; without, where whoever asked was stopped. */
export async function releaseSource(
  queries: Queries,
  name: string,
  ended: SourceOutcomeRow | null,
): Promise<void> {
  await queries
    .update(sourceTable)
    .set({ askingUntil: null, ...ended })
    .where(eq(sourceTable.name, name))
}
