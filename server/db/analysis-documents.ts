import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Queries } from './database.ts'
import type { AnalysisDocuments, AudienceTables } from './schema/versioned.ts'

/** The stored documents of one kind, in their order; of some ids, or all. */
export async function readAnalysisDocuments<Kind extends keyof AnalysisDocuments>(
  queries: Queries,
  { analysis }: AudienceTables,
  edition: number,
  kind: Kind,
  ids?: readonly string[],
): Promise<{ id: string; document: AnalysisDocuments[Kind] }[]> {
  return await queries
    .select({ id: analysis.id, document: sql<AnalysisDocuments[Kind]>`${analysis.document}` })
    .from(analysis)
    .where(
      and(
        eq(analysis.edition, edition),
        eq(analysis.kind, kind),
        ids ? inArray(analysis.id, [...ids]) : undefined,
      ),
    )
    .orderBy(asc(analysis.position))
}
