import { and, eq, isNull } from 'drizzle-orm'
import { protectFigure } from '../../src/domain/disclosure/protect.ts'
import type { Queries } from './database.ts'
import type { FigureStore } from './figure-store.ts'
import type { RecordSets } from './publish-records.ts'
import { exactFigure, exactSeries } from './schema/exact.ts'

/**
 * Where a definition now asks for other protection, everything that stands of the measure is protected anew:
 * what the rule of the day allows must hold for old months as well.
 */
export async function protectAgain(
  queries: Queries,
  { kpis, kpisToProtectAgain }: RecordSets,
  shielded: FigureStore,
): Promise<void> {
  for (const id of kpisToProtectAgain) {
    const kpi = kpis.get(id)
    if (!kpi) continue
    const standing = await queries
      .select({
        kpi: exactSeries.kpi,
        dimension: exactSeries.dimension,
        member: exactSeries.member,
        period: exactFigure.period,
        value: exactFigure.value,
        numerator: exactFigure.numerator,
        denominator: exactFigure.denominator,
        n: exactFigure.n,
        availability: exactFigure.availability,
        provisional: exactFigure.provisional,
        asAt: exactFigure.asAt,
      })
      .from(exactFigure)
      .innerJoin(exactSeries, eq(exactSeries.id, exactFigure.series))
      .where(and(eq(exactSeries.kpi, id), isNull(exactFigure.lastEdition)))
    await shielded.publish(standing.flatMap((figure) => protectFigure(kpi, figure) ?? []))
  }
}
