import { and, asc, eq, gt, gte, inArray, isNull, like, lte, max, ne, not, or, type SQL } from 'drizzle-orm'
import { type DescribedKpi, describeKpi } from '../../src/domain/editions/describe-kpi.ts'
import type { Holdings } from '../../src/domain/editions/holdings.ts'
import type { Audience } from '../../src/domain/editions/publication.ts'
import type { Series } from '../../src/domain/figures/figure.ts'
import { borough, comparatorDimension } from '../../src/domain/measures/measure.ts'
import type { EditionReader, OwnPart } from '../../src/service/store.ts'
import { readAnalysisDocuments } from './analysis-documents.ts'
import type { Queries } from './database.ts'
import { gatherPoints, pointOf } from './gathered-points.ts'
import { familyOf, isOwnRecord } from './own-part.ts'
import { planOf } from './protect-records.ts'
import { selectRecords } from './record-store.ts'
import type { AnalysisDocuments, AudienceTables, StoredRecord } from './schema/versioned.ts'

/** A reader that computes from the whole set as well: what publication reads, and no request does. */
export interface WholeSetReader extends EditionReader {
  audience: Audience
  /** every series of the set */
  readAllSeries: () => Promise<Series[]>
  /** the same, some at a time */
  readSeriesInTurn: () => AsyncGenerator<Series[]>
}

/** So many series are read by one statement where all are: a whole set as one reply is held several times over. */
const seriesAtOnce = 2000

/** A reader over one audience's tables; it is given no others. Of a part it reads nothing that is outside of it. */
export function createEditionReader(
  queries: Queries,
  audience: Audience,
  tables: AudienceTables,
  edition: number,
  own: OwnPart | null = null,
): WholeSetReader {
  const { series, figure, record } = tables
  const stands = (table: typeof figure | typeof record) =>
    and(lte(table.firstEdition, edition), or(isNull(table.lastEdition), gte(table.lastEdition, edition)))

  // An edition never changes, so what was read of it once is kept as long as its reader.
  let records: Promise<StoredRecord[]> | null = null
  const readRecords = () => {
    records ??= selectRecords(
      queries,
      tables,
      and(stands(record), own ? isOwnRecord(record, own) : undefined),
    ).catch((error: unknown) => {
      records = null
      throw error
    })
    return records
  }

  const selectSeries = async (condition: SQL | undefined): Promise<Series[]> => {
    const rows = await queries
      .select({
        kpi: series.kpi,
        dimension: series.dimension,
        member: series.member,
        points: gatherPoints(figure),
      })
      .from(series)
      .innerJoin(figure, eq(figure.series, series.id))
      .where(and(condition, stands(figure), own ? inArray(series.kpi, [...own.kpis]) : undefined))
      .groupBy(series.id)
      .orderBy(asc(series.id))
    return rows.map((row) => ({ ...row, points: row.points.map(pointOf) }))
  }

  const readComputed = async <Kind extends Exclude<keyof AnalysisDocuments, 'family'>>(
    kind: Kind,
    ids?: readonly string[],
  ) => {
    const held = own && (kind === 'impact' ? own.milestones : own.kpis)
    const asked = held ? (ids ?? [...held]).filter((id) => held.has(id)) : ids
    return await readAnalysisDocuments(queries, tables, edition, kind, asked)
  }

  return {
    audience,
    readKpis: async () => describeKpis(await readRecords()),
    readPlan: async () => planOf(await readRecords()),
    readActions: async () =>
      (await readRecords()).flatMap((record) => (record.kind === 'action' ? record.document : [])),
    readCommentary: async () =>
      (await readRecords()).flatMap((record) => (record.kind === 'commentary' ? record.document : [])),
    readSeries: async ({ kpis, dimension, member, endsFrom, endsTo }) => {
      const found = await selectSeries(
        and(
          inArray(series.kpi, [...kpis]),
          eq(series.dimension, dimension),
          member === undefined ? undefined : eq(series.member, member),
          endsFrom === undefined ? undefined : gte(figure.periodEnd, endsFrom),
          endsTo === undefined ? undefined : lte(figure.periodEnd, endsTo),
        ),
      )
      const rank = new Map(kpis.map((kpi, index) => [kpi, index]))
      return found.sort((a, b) => (rank.get(a.kpi) ?? 0) - (rank.get(b.kpi) ?? 0))
    },
    readAllSeries: async () => await selectSeries(undefined),
    readSeriesInTurn: async function* () {
      const [found] = await queries.select({ last: max(series.id) }).from(series)
      for (let from = 0; from < (found?.last ?? 0); from += seriesAtOnce)
        yield await selectSeries(and(gt(figure.series, from), lte(figure.series, from + seriesAtOnce)))
    },
    readAnalyses: async (kpis) => {
      const found = await readComputed('kpi', kpis)
      const byKpi = new Map(found.map(({ id, document }) => [id, document]))
      return kpis.flatMap((kpi) => byKpi.get(kpi) ?? [])
    },
    readRowAnalyses: async () => {
      const found = await readComputed('row')
      return new Map(found.map(({ id, document }) => [id, document]))
    },
    readImpacts: async () => (await readComputed('impact')).map(({ document }) => document),
    readTestedFamily: async () => {
      const family = await familyOf(queries, tables, edition, own)
      if (!family) throw new Error(`nothing was computed of edition ${edition}: start the service again`)
      return family
    },
    readHeadlines: async ({ ofBorough, ofCategories }, endsFrom) =>
      await selectSeries(
        and(
          or(
            and(inArray(series.kpi, [...ofBorough]), eq(series.dimension, borough.dimension)),
            and(
              inArray(series.kpi, [...ofCategories]),
              ne(series.dimension, comparatorDimension),
              // a compound of two dimensions is no category of the measure
              not(like(series.dimension, '%+%')),
            ),
          ),
          endsFrom === null ? undefined : gte(figure.periodEnd, endsFrom),
        ),
      ),
  }
}

const nothingHeld: Holdings = { dimensions: [], latestPeriod: null, due: null, received: null }

function describeKpis(records: readonly StoredRecord[]): DescribedKpi[] {
  const { interventions } = planOf(records)
  const holdings = new Map(
    records.flatMap((record) => (record.kind === 'holdings' ? [[record.id, record.document] as const] : [])),
  )
  return records.flatMap((record) =>
    record.kind === 'kpi'
      ? describeKpi(record.document, holdings.get(record.id) ?? nothingHeld, interventions)
      : [],
  )
}
