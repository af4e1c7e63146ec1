import { and, asc, eq, gte, inArray, isNull, like, lte, ne, not, or, type SQL, sql } from 'drizzle-orm'
import type { Action } from '../../src/domain/actions/action.ts'
import type {
  KpiAnalysis,
  MilestoneImpact,
  RowAnalysis,
  TestedFamily,
} from '../../src/domain/analysis/edition-analysis.ts'
import type { Commentary } from '../../src/domain/commentary/commentary.ts'
import { type DescribedKpi, describeKpi } from '../../src/domain/editions/describe-kpi.ts'
import type { Holdings } from '../../src/domain/editions/holdings.ts'
import type { Audience } from '../../src/domain/editions/publication.ts'
import type { Availability, Series, SeriesPoint } from '../../src/domain/figures/figure.ts'
import { borough, comparatorDimension, type KpiDefinition } from '../../src/domain/measures/measure.ts'
import type { Plan } from '../../src/domain/plans/plan.ts'
import { readAnalysisDocuments } from './analysis-documents.ts'
import type { Queries } from './database.ts'
import { planOf } from './protect-records.ts'
import type { StoredRecord } from './record-store.ts'
import type { AnalysisKind, AudienceTables } from './schema/versioned.ts'

export interface SeriesSelection {
  kpis: readonly string[]
  dimension: string
  member?: string | undefined
  /** first and last day that a period may end on */
  endsFrom?: string | undefined
  endsTo?: string | undefined
}

/** Everything that may be read of one edition, by one audience. */
export interface EditionReader {
  audience: Audience
  readKpis: () => Promise<readonly DescribedKpi[]>
  readPlan: () => Promise<Plan>
  /** the log as it stood when the edition was published */
  readActions: () => Promise<Action[]>
  readCommentary: () => Promise<Commentary[]>
  /** in the order of the measures asked for, then of first appearance; points in period order */
  readSeries: (selection: SeriesSelection) => Promise<Series[]>
  /** every series of the set */
  readAllSeries: () => Promise<Series[]>
  /** what was computed at publication, in the order of the measures asked for */
  readAnalyses: (kpis: readonly string[]) => Promise<KpiAnalysis[]>
  /** by measure, for the rows of the scorecard */
  readRowAnalyses: () => Promise<Map<string, RowAnalysis>>
  readTestedFamily: () => Promise<TestedFamily>
  readImpacts: () => Promise<MilestoneImpact[]>
  /** the borough series of some measures and the categories of others, in one query */
  readHeadlines: (
    kpis: { ofBorough: readonly string[]; ofCategories: readonly string[] },
    endsFrom: string | null,
  ) => Promise<Series[]>
}

/** A reader over one audience's tables; it is given no others. */
export function createEditionReader(
  queries: Queries,
  audience: Audience,
  tables: AudienceTables,
  edition: number,
): EditionReader {
  const { series, figure, record } = tables
  const stands = (table: typeof figure | typeof record) =>
    and(lte(table.firstEdition, edition), or(isNull(table.lastEdition), gte(table.lastEdition, edition)))

  // An edition never changes, so what was read of it once is kept as long as its reader.
  let records: Promise<StoredRecord[]> | null = null
  const readRecords = () => {
    records ??= queries
      .select({ kind: record.kind, id: record.id, position: record.position, document: record.document })
      .from(record)
      .where(stands(record))
      .orderBy(asc(record.kind), asc(record.position))
      .catch((error: unknown) => {
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
      .where(and(condition, stands(figure)))
      .groupBy(series.id)
      .orderBy(asc(series.id))
    return rows.map((row) => ({ ...row, points: row.points.map(pointOf) }))
  }

  const readComputed = async <Document>(kind: AnalysisKind, ids?: readonly string[]) =>
    await readAnalysisDocuments<Document>(queries, tables, edition, kind, ids)

  return {
    audience,
    readKpis: async () => describeKpis(await readRecords()),
    readPlan: async () => planOf(await readRecords()),
    readActions: async () =>
      (await readRecords()).filter(({ kind }) => kind === 'action').map(({ document }) => document as Action),
    readCommentary: async () =>
      (await readRecords())
        .filter(({ kind }) => kind === 'commentary')
        .map(({ document }) => document as Commentary),
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
    readAnalyses: async (kpis) => {
      const found = await readComputed<KpiAnalysis>('kpi', kpis)
      const byKpi = new Map(found.map(({ id, document }) => [id, document]))
      return kpis.flatMap((kpi) => byKpi.get(kpi) ?? [])
    },
    readRowAnalyses: async () => {
      const found = await readComputed<RowAnalysis>('row')
      return new Map(found.map(({ id, document }) => [id, document]))
    },
    readImpacts: async () => (await readComputed<MilestoneImpact>('impact')).map(({ document }) => document),
    readTestedFamily: async () => {
      const [family] = await readComputed<TestedFamily>('family')
      if (!family) throw new Error(`nothing was computed of edition ${edition}: start the service again`)
      return family.document
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
    records
      .filter((record) => record.kind === 'holdings')
      .map((record) => [record.id, record.document as Holdings]),
  )
  return records
    .filter((record) => record.kind === 'kpi')
    .map((record) =>
      describeKpi(record.document as KpiDefinition, holdings.get(record.id) ?? nothingHeld, interventions),
    )
}

type PointCells = [
  period: string,
  value: number | null,
  numerator: number | null,
  denominator: number | null,
  n: number | null,
  availability: Availability,
  provisional: boolean,
  revised: boolean,
  previousValue: number | null,
  asAt: string,
]

/**
 * The points of a series as one cell of JSON, in period order: a row for each point would take three times as
 * long to read. JSON carries a double precision exactly.
 */
function gatherPoints(figure: AudienceTables['figure']): SQL<PointCells[]> {
  return sql`json_agg(
    json_build_array(
      ${figure.period}, ${figure.value}, ${figure.numerator}, ${figure.denominator}, ${figure.n},
      ${figure.availability}, ${figure.provisional}, ${figure.revised}, ${figure.previousValue}, ${figure.asAt}
    ) order by ${figure.periodEnd}, ${figure.period})`
}

function pointOf(cells: PointCells): SeriesPoint {
  const [period, value, numerator, denominator, n, availability, provisional, revised, previousValue, asAt] =
    cells
  return {
    period,
    value,
    numerator,
    denominator,
    n,
    availability,
    provisional,
    revised,
    previousValue,
    asAt,
  }
}
