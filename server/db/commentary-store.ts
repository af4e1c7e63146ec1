import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Commentary, CommentaryDraft } from '../../src/domain/commentary/commentary.ts'
import type { DraftKey, DraftWriter, OwnPart } from '../../src/service/store.ts'
import { appendAudit } from './audit-store.ts'
import type { Queries } from './database.ts'
import { exactCommentaryDraft } from './schema/exact.ts'

/** Commentary for the next edition, by measure and period; of a part alone, or of what is released alone. */
export async function readDrafts(
  queries: Queries,
  { own = null, released = false }: { own?: OwnPart | null; released?: boolean } = {},
): Promise<CommentaryDraft[]> {
  const { kpi, period, authorRole, document } = exactCommentaryDraft
  const rows = await queries
    .select({ version: exactCommentaryDraft.version, document: exactCommentaryDraft.document })
    .from(exactCommentaryDraft)
    .where(
      and(
        own ? inArray(kpi, [...own.kpis]) : undefined,
        released ? sql`${document} ->> 'release' = 'public'` : undefined,
      ),
    )
    .orderBy(asc(kpi), asc(period), asc(authorRole))
  return rows.map(({ version, document }) => ({ ...document, version }))
}

/**
 * Drafts inside a transaction, locked until it ends. The whole list and not one row of it: of two who write a first
 * draft at once there is no row yet that either could hold.
 */
export async function createDraftWriter(transaction: Queries): Promise<DraftWriter> {
  await transaction.execute(sql`lock table ${exactCommentaryDraft} in share row exclusive mode`)
  const isOf = ({ kpi, period, authorRole }: DraftKey) =>
    and(
      eq(exactCommentaryDraft.kpi, kpi),
      eq(exactCommentaryDraft.period, period),
      eq(exactCommentaryDraft.authorRole, authorRole),
    )
  const remove = async (key: DraftKey) => {
    await transaction.delete(exactCommentaryDraft).where(isOf(key))
  }
  return {
    async find(key) {
      const [row] = await transaction.select().from(exactCommentaryDraft).where(isOf(key))
      return row ? { ...row.document, version: row.version } : null
    },
    async keep({ version, ...document }, entry) {
      await remove(document)
      const { kpi, period, authorRole } = document
      await transaction.insert(exactCommentaryDraft).values({ kpi, period, authorRole, version, document })
      await appendAudit(transaction, [entry])
    },
    async remove(key, entry) {
      await remove(key)
      await appendAudit(transaction, [entry])
    },
  }
}

/** The drafts as the edition that is being published freezes them; there are none afterwards. */
export async function freezeDrafts(queries: Queries): Promise<Commentary[]> {
  const drafts = await readDrafts(queries)
  await queries.delete(exactCommentaryDraft)
  return drafts.map(({ version: _, ...commentary }) => commentary)
}
