import { and, eq, sql } from 'drizzle-orm'
import type { CoarserAnalysis } from '../../src/domain/analysis/edition-analysis.ts'
import type { CoarserSeries } from '../../src/domain/disclosure/tell-coarser.ts'
import { borough } from '../../src/domain/measures/measure.ts'
import type { Queries } from './database.ts'
import { protectedTables } from './schema/protected.ts'

/** What an edition told in quarters, as it stands with its analysis; nothing of one published before that was told. */
export async function readCoarser(queries: Queries, edition: number): Promise<CoarserSeries[]> {
  const { analysis } = protectedTables
  const told = sql<CoarserAnalysis>`${analysis.document} -> 'coarser'`
  const rows = await queries
    .select({ kpi: analysis.id, told })
    .from(analysis)
    .where(and(eq(analysis.edition, edition), eq(analysis.kind, 'kpi'), sql`${told} is not null`))
    .orderBy(analysis.position)
  return rows.map(({ kpi, told: { span, points } }) => ({
    kpi,
    span,
    figures: points.map((point) => ({
      kpi,
      ...borough,
      ...point,
      numerator: null,
      denominator: null,
      n: null,
    })),
  }))
}
