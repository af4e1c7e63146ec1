import { desc, eq } from 'drizzle-orm'
import type { Edition } from '../../src/domain/editions/publication.ts'
import type { Queries } from './database.ts'
import { editionTable } from './schema/editions.ts'

/** An instant as the API writes it: UTC, without milliseconds where there are none. */
export function instant(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z')
}

/** Newest first. */
export async function readEditions(queries: Queries): Promise<Edition[]> {
  const rows = await queries.select().from(editionTable).orderBy(desc(editionTable.number))
  return rows.map((row) => ({ ...row, publishedAt: instant(row.publishedAt) }))
}

/** One edition by its number, or the latest; null where there is none. */
export async function readEdition(queries: Queries, number: number | 'latest'): Promise<Edition | null> {
  const [row] = await queries
    .select()
    .from(editionTable)
    .where(number === 'latest' ? undefined : eq(editionTable.number, number))
    .orderBy(desc(editionTable.number))
    .limit(1)
  return row ? { ...row, publishedAt: instant(row.publishedAt) } : null
}

/** The number of the newest edition; 0 where there is none. */
export async function newestEdition(queries: Queries): Promise<number> {
  return (await readEdition(queries, 'latest'))?.number ?? 0
}
