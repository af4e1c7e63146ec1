import { desc, eq, not } from 'drizzle-orm'
import type { Edition, Withdrawal } from '../../src/domain/editions/publication.ts'
import type { Queries } from './database.ts'
import { editionTable } from './schema/editions.ts'

/** An instant as the API writes it: UTC, without milliseconds where there are none. */
export function instant(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z')
}

/** Newest first. */
export async function readEditions(queries: Queries): Promise<Edition[]> {
  const rows = await queries.select().from(editionTable).orderBy(desc(editionTable.number))
  return rows.map(editionOf)
}

/** One edition by its number, or the latest that stands; null where there is none. */
export async function readEdition(queries: Queries, number: number | 'latest'): Promise<Edition | null> {
  const [row] = await queries
    .select()
    .from(editionTable)
    .where(number === 'latest' ? not(editionTable.withdrawn) : eq(editionTable.number, number))
    .orderBy(desc(editionTable.number))
    .limit(1)
  return row ? editionOf(row) : null
}

/** The newest edition, withdrawn or not: the next one changes what it holds. Null where there is none. */
export async function readNewestEdition(queries: Queries): Promise<Edition | null> {
  const [row] = await queries.select().from(editionTable).orderBy(desc(editionTable.number)).limit(1)
  return row ? editionOf(row) : null
}

/** Its number; 0 where there is none. */
export async function newestEdition(queries: Queries): Promise<number> {
  return (await readNewestEdition(queries))?.number ?? 0
}

/** Inside a transaction that holds the lock of publication, once it is known that the edition may be withdrawn. */
export async function writeWithdrawal(
  queries: Queries,
  number: number,
  { at, reason }: Withdrawal,
): Promise<void> {
  await queries
    .update(editionTable)
    .set({ withdrawn: true, withdrawnAt: new Date(at), withdrawnReason: reason })
    .where(eq(editionTable.number, number))
}

function editionOf({
  withdrawnAt,
  withdrawnReason,
  publishedAt,
  standsOn,
  ...row
}: typeof editionTable.$inferSelect): Edition {
  return {
    ...row,
    publishedAt: instant(publishedAt),
    ...(standsOn !== null && { standsOn }),
    ...(withdrawnAt && { withdrawal: { at: instant(withdrawnAt), reason: withdrawnReason ?? '' } }),
  }
}
