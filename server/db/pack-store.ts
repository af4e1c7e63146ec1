import { eq } from 'drizzle-orm'
import type { PackAsStored } from '../../src/domain/packs/stored-form.ts'
import type { Queries } from './database.ts'
import { packTable } from './schema/packs.ts'

/** Stores a pack under its id; one that is there already stays as it is. */
export async function storePack(
  queries: Queries,
  id: string,
  pack: PackAsStored,
  storedAt: Date,
): Promise<{ isNew: boolean }> {
  const stored = await queries
    .insert(packTable)
    .values({ id, document: pack, storedAt })
    .onConflictDoNothing()
    .returning({ id: packTable.id })
  return { isNew: stored.length > 0 }
}

export async function readPack(queries: Queries, id: string): Promise<PackAsStored | null> {
  const [row] = await queries
    .select({ document: packTable.document })
    .from(packTable)
    .where(eq(packTable.id, id))
  return row?.document ?? null
}
