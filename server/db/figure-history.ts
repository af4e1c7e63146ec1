import { and, eq, gt, gte, inArray, isNull, lt, lte, max, or, type SQL, sql } from 'drizzle-orm'
import type { FigureHistory, OwnPart } from '../../src/service/store.ts'
import type { Queries } from './database.ts'
import type { AudienceTables } from './schema/versioned.ts'

/** A history over one audience's tables; it is given no others. */
export function createFigureHistory(
  queries: Queries,
  { series, figure }: AudienceTables,
  edition: number,
  own: OwnPart | null = null,
): FigureHistory {
  const isOwn = own ? inArray(series.kpi, [...own.kpis]) : undefined
  const stands = and(
    lte(figure.firstEdition, edition),
    or(isNull(figure.lastEdition), gte(figure.lastEdition, edition)),
  )
  /** What stands in just one of the two: brought since the earlier, or ended since. An index knows each. */
  const differsSince = (earlier: number) =>
    or(
      and(gt(figure.firstEdition, earlier), stands),
      and(
        lte(figure.firstEdition, earlier),
        gte(figure.lastEdition, earlier),
        lt(figure.lastEdition, edition),
      ),
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
      .where(and(condition, isOwn))

  return {
    readDiffering: async (earlier) => await selectVersions(differsSince(earlier)),
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
        .where(and(stands, isOwn))
        .groupBy(series.kpi)
      return new Map(rows.flatMap(({ kpi, edition: last }) => (last === null ? [] : [[kpi, last]])))
    },
  }
}
