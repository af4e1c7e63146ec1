import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Queries } from './database.ts'
import type { AnalysisKind, AudienceTables } from './schema/versioned.ts'

/** The stored documents of one kind, in their order; of some ids, or all. */
export async function readAnalysisDocuments<Document>(
  queries: Queries,
  { analysis }: AudienceTables,
  edition: number,
  kind: AnalysisKind,
  ids?: readonly string[],
): Promise<{ id: string; document: Document }[]> {
  const rows = await queries
    .select({ id: analysis.id, document: analysis.document })
    .from(analysis)
    .where(
      and(
        eq(analysis.edition, edition),
        eq(analysis.kind, kind),
        ids ? inArray(analysis.id, [...ids]) : undefined,
      ),
    )
    .orderBy(asc(analysis.position))
  return rows.map(({ id, document }) => ({ id, document: document as Document }))
}
