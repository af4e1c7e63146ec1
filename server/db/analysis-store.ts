import { eq, sql } from 'drizzle-orm'
import type { Edition } from '../../src/domain/editions/publication.ts'
import type { AnalysisText, PackedEdition } from '../computing/analyse-both.ts'
import { computeOnce } from '../computing/compute-once.ts'
import { type PackedSeries, packSeries } from '../computing/packed-series.ts'
import type { ToldVerdicts } from '../computing/protect-after.ts'
import type { Queries } from './database.ts'
import type { WholeSetReader } from './edition-reader.ts'
import { readEditions } from './editions.ts'
import { openExactReader } from './exact-reader.ts'
import { readToldVerdicts } from './protect-figures.ts'
import { openProtectedReader } from './protected-reader.ts'
import { exactTables } from './schema/exact.ts'
import { protectedTables } from './schema/protected.ts'
import type { AudienceTables } from './schema/versioned.ts'
import { lockUntilEnd } from './shared-locks.ts'

/**
 * Computes what there is to say of an edition, for each audience from that audience's own tables, with the verdicts of
 * the figures received, and stores it. Once, at publication: readers of a frozen edition read what was computed then.
 */
export async function publishAnalyses(
  queries: Queries,
  edition: Pick<Edition, 'number' | 'dataAsAt'>,
  verdicts: ToldVerdicts,
): Promise<void> {
  const received = await readFigures(openExactReader(queries, edition.number), edition)
  const published = await readFigures(openProtectedReader(queries, edition.number), edition)
  const analyses = await computeOnce('analyseBoth', received, published, verdicts)
  await storeAnalysis(queries, exactTables, edition, analyses.exact)
  await storeAnalysis(queries, protectedTables, edition, analyses.protected)
}

/**
 * For a database that was written before analyses were stored: computes those that are missing. One instance does; one
 * that waited for it asks again.
 */
export async function completeAnalyses(queries: Queries): Promise<void> {
  const known = await readAnalysed(queries)
  for (const edition of await readEditions(queries)) {
    if (known.has(edition.number)) continue
    await queries.transaction(async (transaction) => {
      await lockUntilEnd(transaction, 'publication')
      if ((await readAnalysed(transaction)).has(edition.number)) return
      await publishAnalyses(transaction, edition, await readToldVerdicts(transaction, edition.number))
    })
  }
}

/** The editions of which everything was computed, for each audience. */
export async function readAnalysed(queries: Queries): Promise<Set<number>> {
  const { analysis } = protectedTables
  const rows = await queries
    .select({ edition: analysis.edition })
    .from(analysis)
    .where(eq(analysis.kind, 'family'))
  return new Set(rows.map(({ edition }) => edition))
}

async function readFigures(
  reader: WholeSetReader,
  { dataAsAt }: Pick<Edition, 'dataAsAt'>,
): Promise<PackedEdition> {
  const series: PackedSeries[] = []
  for await (const some of reader.readSeriesInTurn()) series.push(packSeries(some))
  return {
    kpis: await reader.readKpis(),
    plan: await reader.readPlan(),
    series,
    actions: await reader.readActions(),
    audience: reader.audience,
    asOf: dataAsAt,
  }
}

/** About so much text is written by one statement: the embedded database never gives back what one needed. */
const mostText = 2_000_000

async function storeAnalysis(
  queries: Queries,
  { analysis }: AudienceTables,
  { number }: Pick<Edition, 'number'>,
  computed: readonly AnalysisText[],
): Promise<void> {
  for (const batch of inBatches(computed)) {
    const rows = batch.map(
      ({ document, ...place }) => `${JSON.stringify(place).slice(0, -1)},"document":${document}}`,
    )
    await queries.execute(sql`
      insert into ${analysis} (edition, kind, id, position, document)
      select ${number}::int, kind, id, position, document
      from json_to_recordset(${`[${rows.join(',')}]`}::json)
        as row (kind text, id text, position int, document json)`)
  }
}

function* inBatches(computed: readonly AnalysisText[]): Generator<AnalysisText[]> {
  let batch: AnalysisText[] = []
  let length = 0
  for (const one of computed) {
    if (batch.length > 0 && length + one.document.length > mostText) {
      yield batch
      batch = []
      length = 0
    }
    batch.push(one)
    length += one.document.length
  }
  if (batch.length > 0) yield batch
}
