import { sql } from 'drizzle-orm'
import type { Queries } from '../queries.ts'
import type { AudienceTables } from '../schema/versioned.ts'

export interface Moved {
  newFigures: number
  restatedFigures: number
  unchangedFigures: number
  suppressedFigures: number
  /** that stand no longer */
  removedFigures: number
}

/** What an edition changed of the figures of a set, in all, and of which measures. */
export async function countMoved(
  queries: Queries,
  { series, figure }: AudienceTables,
  edition: number,
): Promise<{ counts: Moved; touched: Set<string> }> {
  const found = await queries
    .select({
      kpi: series.kpi,
      opened: sql<number>`(count(*) filter (where ${figure.firstEdition} = ${edition}))::int`,
      ended: sql<number>`(count(*) filter (where ${figure.lastEdition} = ${edition - 1}))::int`,
      replaced: sql<number>`(count(*) filter (where ${figure.firstEdition} = ${edition} and exists (
        select 1 from ${figure} as ended where ended.series = ${figure.series} and ended.period = ${figure.period}
          and ended.last_edition = ${edition - 1})))::int`,
      suppressed: sql<number>`(count(*) filter (where ${figure.firstEdition} = ${edition}
        and ${figure.availability} = 'suppressed'))::int`,
      standing: sql<number>`(count(*) filter (where ${figure.lastEdition} is null))::int`,
    })
    .from(figure)
    .innerJoin(series, sql`${series.id} = ${figure.series}`)
    .where(sql`${figure.lastEdition} is null or ${figure.lastEdition} = ${edition - 1}`)
    .groupBy(series.kpi)
  const sum = (count: (row: (typeof found)[number]) => number) =>
    found.reduce((total, row) => total + count(row), 0)
  return {
    counts: {
      newFigures: sum(({ opened, replaced }) => opened - replaced),
      restatedFigures: sum(({ replaced }) => replaced),
      unchangedFigures: sum(({ standing, opened }) => standing - opened),
      suppressedFigures: sum(({ suppressed }) => suppressed),
      removedFigures: sum(({ ended, replaced }) => ended - replaced),
    },
    touched: new Set(found.filter(({ opened, ended }) => opened + ended > 0).map(({ kpi }) => kpi)),
  }
}
