import { desc, eq } from 'drizzle-orm'
import { mayHoldDimension } from '../../src/domain/disclosure/protect.ts'
import type { Withholding } from '../../src/domain/disclosure/withholding.ts'
import type { Edition } from '../../src/domain/editions/publication.ts'
import type { Figure } from '../../src/domain/figures/figure.ts'
import { openPacker, type PackedFigures, unpackInBatches } from '../computing/packed-figures.ts'
import { judgedInBatches, withholdingsIn } from '../computing/packed-judged.ts'
import type { ToldVerdicts } from '../computing/protect-after.ts'
import { publishAnalyses } from './analysis-store.ts'
import type { Database, Queries } from './database.ts'
import { instant } from './editions.ts'
import { type FigureStore, openFigureStore } from './figure-store.ts'
import { readOrganisation } from './organisation.ts'
import { protectFigures } from './protect-figures.ts'
import type { PublicationPreview, PublicationSource } from './publication-source.ts'
import { publishRecords, type RecordSets, readMergedRecords } from './publish-records.ts'
import { editionTable } from './schema/editions.ts'
import { exactTables } from './schema/exact.ts'
import { protectedTables } from './schema/protected.ts'
import { lockUntilEnd } from './shared-locks.ts'
import { storeWithheld } from './withheld-store.ts'

/** How many figures are compared and written at once. */
const batchSize = 4000

/**
 * Publishes the next edition: one transaction, whole or not at all. What already stands is not stored again;
 * what the publication does not name stands as it was. The protected set is made here, from exact figures,
 * and versioned by what it says itself.
 */
export async function publishEdition(
  database: Pick<Database, 'queries'>,
  publication: PublicationSource,
): Promise<Edition> {
  return await database.queries.transaction(async (queries) => {
    const { edition, verdicts } = await writePublication(queries, publication)
    await publishAnalyses(queries, edition, verdicts)
    return edition
  })
}

export interface WrittenPublication {
  edition: Edition
  /** what the verdicts of the public set rest on besides its figures */
  verdicts: ToldVerdicts
  /** what this edition hides from the panel of the figures that it judged anew, and by which rule */
  withheld: Withholding[]
  /** earlier editions that are withdrawn with it */
  withdrawn: readonly number[]
  previews: PublicationPreview[]
}

/** Until the transaction ends: readers go on, a second publication waits, whichever instance it is of. */
export async function lockEditions(queries: Queries): Promise<void> {
  await lockUntilEnd(queries, 'publication')
}

/** Writes an edition inside a transaction that the caller commits or rolls back. */
export async function writePublication(
  queries: Queries,
  publication: PublicationSource,
): Promise<WrittenPublication> {
  await lockEditions(queries)
  const organisation = await readOrganisation(queries)
  if (!organisation) throw new Error('whose figures these are must be set before anything is published')
  const edition = await insertEdition(queries, publication)

  const records = await readMergedRecords(queries, publication)
  const exact = await openFigureStore(queries, exactTables, {
    edition: edition.number,
    keepsPreviousValues: true,
  })
  const shielded = await openFigureStore(queries, protectedTables, {
    edition: edition.number,
    keepsPreviousValues: false,
  })
  const told = await publishExact(publication.figures, records, exact)
  const { figures: shown, judged, verdicts } = await protectFigures(queries, edition, records, told)
  for (const batch of judgedInBatches(judged, batchSize)) await storeWithheld(queries, edition.number, batch)
  for (const batch of unpackInBatches(shown, batchSize)) await shielded.publish(batch)
  const changes = await publishRecords(queries, {
    edition: edition.number,
    organisation: organisation.name,
    records,
    touched: { exact: exact.touched, protected: shielded.touched },
  })
  return {
    edition,
    verdicts,
    withheld: withholdingsIn(judged),
    withdrawn: [],
    previews: [
      { audience: 'exact', ...exact.counts, ...changes.exact },
      { audience: 'protected', ...shielded.counts, ...changes.protected },
    ],
  }
}

/** Puts the next edition into the list; `standsOn` is the earlier one whose figures it has again, where it has. */
export async function insertEdition(
  queries: Queries,
  {
    label,
    publishedAt,
    dataAsAt,
    note,
    standsOn = null,
  }: Pick<Edition, 'label' | 'publishedAt' | 'dataAsAt' | 'note'> & { standsOn?: number | null },
): Promise<Edition> {
  const [previous] = await queries
    .select({ number: editionTable.number })
    .from(editionTable)
    .orderBy(desc(editionTable.number))
    .limit(1)
  const edition = {
    number: (previous?.number ?? 0) + 1,
    label,
    dataAsAt,
    note,
    supersededBy: null,
    withdrawn: false,
  }
  const at = new Date(publishedAt)
  await queries.insert(editionTable).values({ ...edition, standsOn, publishedAt: at })
  if (previous) {
    await queries
      .update(editionTable)
      .set({ supersededBy: edition.number })
      .where(eq(editionTable.number, previous.number))
  }
  return { ...edition, publishedAt: instant(at), ...(standsOn !== null && { standsOn }) }
}

/** Writes every figure to the exact set, and keeps those of which the protected set may hold something. */
async function publishExact(
  figures: PublicationSource['figures'],
  { kpis }: RecordSets,
  exact: FigureStore,
): Promise<PackedFigures> {
  const kept = openPacker()
  for await (const batch of inBatches(figures)) {
    for (const figure of batch) {
      if (!kpis.has(figure.kpi))
        throw new Error(`a figure names the measure ${figure.kpi}, which has no definition`)
      if (mayHoldDimension(figure.dimension)) kept.add(figure)
    }
    await exact.publish(batch)
  }
  return kept.packed()
}

async function* inBatches(figures: PublicationSource['figures']): AsyncGenerator<Figure[]> {
  let batch: Figure[] = []
  for await (const figure of figures) {
    batch.push(figure)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length) yield batch
}
