import { asc, desc, eq } from 'drizzle-orm'
import type { SavedMapping } from '../../src/contract/mappings.ts'
import { instant } from './editions.ts'
import type { Queries } from './queries.ts'
import { savedMappingTable } from './schema/mappings.ts'

type Kept = Pick<SavedMapping, 'name' | 'mapping' | 'fingerprints' | 'who'>

/** The newest version of a name; null where nothing was ever saved under it. */
export async function findMapping(queries: Queries, name: string): Promise<SavedMapping | null> {
  const [newest] = await queries
    .select()
    .from(savedMappingTable)
    .where(eq(savedMappingTable.name, name))
    .orderBy(desc(savedMappingTable.version))
    .limit(1)
  return newest ? { ...newest, at: instant(newest.at) } : null
}

/** Keeps a mapping as the next version of its name; earlier ones stay. Of two who do so at once, one is refused. */
export async function insertMapping(queries: Queries, kept: Kept, at: Date): Promise<SavedMapping> {
  const newest = await findMapping(queries, kept.name)
  const version = (newest?.version ?? 0) + 1
  await queries.insert(savedMappingTable).values({ ...kept, version, at })
  return { ...kept, version, at: instant(at) }
}

/** The newest version of every mapping, by name; those that are not recognised by any more among them. */
export async function listMappings(queries: Queries): Promise<SavedMapping[]> {
  const rows = await queries
    .selectDistinctOn([savedMappingTable.name])
    .from(savedMappingTable)
    .orderBy(asc(savedMappingTable.name), desc(savedMappingTable.version))
  return rows.map((row) => ({ ...row, at: instant(row.at) }))
}
