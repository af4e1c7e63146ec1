import { eq, isNull, sql } from 'drizzle-orm'
import { seriesKey } from '../../src/domain/editions/holdings.ts'
import {
  type Figure,
  type FigureVersion,
  figureKey,
  type SeriesKey,
} from '../../src/domain/figures/figure.ts'
import { versionFigures } from '../../src/domain/figures/versions.ts'
import { periodEnd } from '../../src/domain/periods/period.ts'
import type { Queries } from './database.ts'
import type { AudienceTables } from './schema/versioned.ts'

interface FigureCounts {
  newFigures: number
  restatedFigures: number
  unchangedFigures: number
  suppressedFigures: number
}

/** Writes the figures of one edition into one audience's set, a batch at a time. */
export interface FigureStore {
  publish: (batch: readonly Figure[]) => Promise<void>
  counts: FigureCounts
  /** measures of which a figure is new or changed */
  touched: Set<string>
}

interface FigureStoreOptions {
  edition: number
  /** the protected set never says what a figure was before */
  keepsPreviousValues: boolean
}

export async function openFigureStore(
  queries: Queries,
  tables: AudienceTables,
  { edition, keepsPreviousValues }: FigureStoreOptions,
): Promise<FigureStore> {
  const ids = await readSeriesIds(queries, tables)
  const counts = { newFigures: 0, restatedFigures: 0, unchangedFigures: 0, suppressedFigures: 0 }
  const touched = new Set<string>()

  async function publish(batch: readonly Figure[]) {
    if (!batch.length) return
    await insertSeries(queries, tables, ids, batch)
    const standing = await readStanding(queries, tables, ids, batch)
    refuseRepeats(edition, standing, batch)
    const { closed, opened } = versionFigures(edition, standing, batch)
    await closeVersions(queries, tables, ids, closed)
    await insertVersions(
      queries,
      tables,
      ids,
      keepsPreviousValues ? opened : opened.map((version) => ({ ...version, previousValue: null })),
    )
    counts.newFigures += opened.length - closed.length
    counts.restatedFigures += closed.length
    counts.unchangedFigures += batch.length - opened.length
    counts.suppressedFigures += batch.filter((figure) => figure.availability === 'suppressed').length
    for (const figure of opened) touched.add(figure.kpi)
  }

  return { publish, counts, touched }
}

type SeriesIds = Map<string, number>

async function readSeriesIds(queries: Queries, { series }: AudienceTables): Promise<SeriesIds> {
  const rows = await queries.select().from(series)
  return new Map(rows.map((row) => [seriesKey(row), row.id]))
}

function idOf(ids: SeriesIds, figure: SeriesKey): number {
  const id = ids.get(seriesKey(figure))
  if (id === undefined) throw new Error(`the series of ${figure.kpi} was not written before its figures`)
  return id
}

/** Rows travel as one JSON parameter: as exact as text, the same for every driver, and no limit of parameters. */
async function insertSeries(
  queries: Queries,
  { series }: AudienceTables,
  ids: SeriesIds,
  batch: readonly Figure[],
) {
  const unseen: (SeriesKey & { id: number })[] = []
  for (const { kpi, dimension, member } of batch) {
    const key = seriesKey({ kpi, dimension, member })
    if (ids.has(key)) continue
    const id = ids.size + 1
    ids.set(key, id)
    unseen.push({ id, kpi, dimension, member })
  }
  if (!unseen.length) return
  await queries.execute(sql`
    insert into ${series} (id, kpi, dimension, member)
    select id, kpi, dimension, member
    from json_to_recordset(${JSON.stringify(unseen)}::json)
      as row (id int, kpi text, dimension text, member text)`)
}

async function readStanding(
  queries: Queries,
  { series, figure }: AudienceTables,
  ids: SeriesIds,
  batch: readonly Figure[],
): Promise<Map<string, FigureVersion>> {
  const keys = batch.map((item) => ({ series: idOf(ids, item), period: item.period }))
  const rows = await queries
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
    .innerJoin(
      sql`json_to_recordset(${JSON.stringify(keys)}::json) as wanted (series int, period text)`,
      sql`wanted.series = ${figure.series} and wanted.period = ${figure.period}`,
    )
    .innerJoin(series, eq(series.id, figure.series))
    .where(isNull(figure.lastEdition))
  return new Map(rows.map((row) => [figureKey(row), row]))
}

/** A figure that was given twice would be one fact with two values. */
function refuseRepeats(
  edition: number,
  standing: ReadonlyMap<string, FigureVersion>,
  batch: readonly Figure[],
) {
  const given = new Set<string>()
  for (const figure of batch) {
    const key = figureKey(figure)
    if (given.has(key) || standing.get(key)?.firstEdition === edition) {
      const { kpi, dimension, member, period } = figure
      throw new Error(`${kpi} ${dimension} ${member} ${period} is given twice in one publication`)
    }
    given.add(key)
  }
}

async function closeVersions(
  queries: Queries,
  { figure }: AudienceTables,
  ids: SeriesIds,
  closed: readonly FigureVersion[],
) {
  if (!closed.length) return
  const keys = closed.map((version) => ({
    series: idOf(ids, version),
    period: version.period,
    last: version.lastEdition,
  }))
  await queries.execute(sql`
    update ${figure} set last_edition = ended.last
    from json_to_recordset(${JSON.stringify(keys)}::json) as ended (series int, period text, last int)
    where ${figure.series} = ended.series and ${figure.period} = ended.period
      and ${figure.lastEdition} is null`)
}

async function insertVersions(
  queries: Queries,
  { figure }: AudienceTables,
  ids: SeriesIds,
  opened: readonly FigureVersion[],
) {
  if (!opened.length) return
  const rows = opened.map((version) => ({
    s: idOf(ids, version),
    p: version.period,
    e: periodEnd(version.period),
    v: version.value,
    u: version.numerator,
    d: version.denominator,
    n: version.n,
    a: version.availability,
    o: version.provisional,
    r: version.asAt,
    c: version.revised,
    b: version.previousValue,
    f: version.firstEdition,
  }))
  await queries.execute(sql`
    insert into ${figure} (series, period, period_end, value, numerator, denominator, n, availability,
      provisional, as_at, revised, previous_value, first_edition)
    select s, p, e, v, u, d, n, a, o, r, c, b, f
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as row (s int, p text, e date, v float8, u float8, d float8, n float8, a text, o bool, r date, c bool,
        b float8, f int)`)
}
