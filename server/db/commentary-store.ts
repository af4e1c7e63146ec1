import { and, asc, eq } from 'drizzle-orm'
import type { Commentary, CommentaryDraft } from '../../src/domain/commentary/commentary.ts'
import type { Queries } from './database.ts'
import { exactCommentaryDraft } from './schema/exact.ts'

/** Commentary for the next edition, by measure and period. */
export async function readDrafts(queries: Queries): Promise<CommentaryDraft[]> {
  const { kpi, period, authorRole } = exactCommentaryDraft
  const rows = await queries
    .select({ version: exactCommentaryDraft.version, document: exactCommentaryDraft.document })
    .from(exactCommentaryDraft)
    .orderBy(asc(kpi), asc(period), asc(authorRole))
  return rows.map(({ version, document }) => ({ ...(document as Commentary), version }))
}

type DraftOutcome =
  | { kind: 'written'; draft: CommentaryDraft }
  | { kind: 'taken-back' }
  /** it is there, and the sender did not say which version was read */
  | { kind: 'unnamed'; current: CommentaryDraft }
  /** somebody else changed, published or took back what was read */
  | { kind: 'stale'; current: CommentaryDraft | null }

/**
 * Writes a draft if it still is what its author read (null: there was none). An empty text takes it back.
 */
export async function writeDraft(
  queries: Queries,
  commentary: Commentary,
  expectedVersion: number | null,
): Promise<DraftOutcome> {
  return await queries.transaction(async (transaction) => {
    const isSame = and(
      eq(exactCommentaryDraft.kpi, commentary.kpi),
      eq(exactCommentaryDraft.period, commentary.period),
      eq(exactCommentaryDraft.authorRole, commentary.authorRole),
    )
    const [row] = await transaction.select().from(exactCommentaryDraft).where(isSame).for('update')
    const current = row ? { ...(row.document as Commentary), version: row.version } : null
    if (current && expectedVersion === null) return { kind: 'unnamed', current }
    if ((current?.version ?? null) !== expectedVersion) return { kind: 'stale', current }
    await transaction.delete(exactCommentaryDraft).where(isSame)
    if (!commentary.text) return { kind: 'taken-back' }
    const version = (current?.version ?? 0) + 1
    const { kpi, period, authorRole } = commentary
    await transaction
      .insert(exactCommentaryDraft)
      .values({ kpi, period, authorRole, version, document: commentary })
    return { kind: 'written', draft: { ...commentary, version } }
  })
}

/** The drafts as the edition that is being published freezes them; there are none afterwards. */
export async function freezeDrafts(queries: Queries): Promise<Commentary[]> {
  const drafts = await readDrafts(queries)
  await queries.delete(exactCommentaryDraft)
  return drafts.map(({ version: _, ...commentary }) => commentary)
}
