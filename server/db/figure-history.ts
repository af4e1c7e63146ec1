import { and, eq, gte, inArray, isNull, lte, max, ne, or, type SQL, sql } from 'drizzle-orm'
import type { FigureVersion } from '../../src/domain/figures/figure.ts'
import type { Queries } from './database.ts'
import type { AudienceTables } from './schema/versioned.ts'

/** How the figures of one audience's set came to be what they are in an edition. */
export interface FigureHistory {
  /** versions that stand either in this edition or in an earlier one, not in both */
  readDiffering: (earlier: number) => Promise<FigureVersion[]>
  /** every version, up to this edition, of the figures that are marked revised in it */
  readRevised: () => Promise<FigureVersion[]>
  /** by measure, the edition in which any of its figures last changed */
  readLastChanged: () => Promise<Map<string, number>>
}

/** A history over one audience's tables; it is given no others. */
export function createFigureHistory(
  queries: Queries,
  { series, figure }: AudienceTables,
  edition: number,
): FigureHistory {
  const standsIn = (number: number): SQL =>
    sql`(${figure.firstEdition} <= ${number} and coalesce(${figure.lastEdition} >= ${number}, true))`
  const stands = and(
    lte(figure.firstEdition, edition),
    or(isNull(figure.lastEdition), gte(figure.lastEdition, edition)),
  )
  const selectVersions = (condition: SQL | undefined) =>
    queries
      .select({
        kpi: series.kpi,
        dimension: series.dimension,
        member: series.member,
        period: figure.period,
        value: figure.value,
        numerator: figure.numerator,
        denominator: figure.denominator,
        n: figure.n,
        availability: figure.availability,
        provisional: figure.provisional,
        asAt: figure.asAt,
        revised: figure.revised,
        previousValue: figure.previousValue,
        firstEdition: figure.firstEdition,
        lastEdition: figure.lastEdition,
      })
      .from(figure)
      .innerJoin(series, eq(series.id, figure.series))
      .where(condition)

  return {
    readDiffering: async (earlier) => await selectVersions(ne(standsIn(earlier), standsIn(edition))),
    readRevised: async () => {
      const marked = queries
        .select({ series: figure.series, period: figure.period })
        .from(figure)
        .where(and(eq(figure.revised, true), stands))
      return await selectVersions(
        and(lte(figure.firstEdition, edition), inArray(sql`(${figure.series}, ${figure.period})`, marked)),
      )
    },
    readLastChanged: async () => {
      const rows = await queries
        .select({ kpi: series.kpi, edition: max(figure.firstEdition) })
        .from(figure)
        .innerJoin(series, eq(series.id, figure.series))
        .where(stands)
        .groupBy(series.kpi)
      return new Map(rows.flatMap(({ kpi, edition: last }) => (last === null ? [] : [[kpi, last]])))
    },
  }
}
