import type { Load } from '../../src/contract/loads.ts'
import type { Intervention } from '../../src/domain/plans/plan.ts'
import { publishAnalyses } from '../db/analysis-store.ts'
import type { Database, Queries } from '../db/database.ts'
import { newestEdition } from '../db/editions.ts'
import { openExactReader } from '../db/exact-reader.ts'
import { setOrganisation } from '../db/organisation.ts'
import type { PublicationSource } from '../db/publication-source.ts'
import { lockEditions, type WrittenPublication, writePublication } from '../db/publish.ts'
import { rehearse } from '../db/rehearse.ts'
import { writeTakeBack } from '../db/take-back/write-take-back.ts'
import { compareWithStanding } from './compare-with-standing.ts'
import { groupWithheld } from './group-withheld.ts'
import { offerLevels } from './offer-levels.ts'
import type { PreparedPublication, PreparedTakeBack } from './read-load.ts'

export interface PublicationNaming {
  label: string
  note: string | null
  /** why what is unusual in it is right; null where nothing is */
  reason: string | null
  /** re-baselines that were chosen of those offered */
  rebaselines: readonly Intervention[]
  /** ISO instant */
  publishedAt: string
}

/** An edition was published since a load was checked: what it would change is no longer what its preview says. */
export class SupersededError extends Error {
  constructor(hasFiles = true) {
    const remedy = hasFiles ? 'load the files again' : 'ask for it again'
    super(`another edition was published since this load was checked; ${remedy}`)
    this.name = 'SupersededError'
  }
}

export interface PublicationOfLoad {
  /** the newest edition when it was checked */
  standsOn: number
  /** the load as it is once nobody else can publish it; refuses one that is published */
  claim: (queries: Queries) => Promise<Load>
  /** notes what the load became */
  settle: (queries: Queries, load: Load, written: WrittenPublication) => Promise<Load>
}

/**
 * Publishes a checked load: organisation, edition and what the load became in one transaction, whole or not at all. On
 * which edition it stands is asked inside it, when no second publication can come in between.
 */
export async function publishLoad(
  database: Database,
  prepared: PreparedPublication | PreparedTakeBack,
  naming: PublicationNaming,
  { standsOn, claim, settle }: PublicationOfLoad,
): Promise<Load> {
  return await database.queries.transaction(async (queries) => {
    await lockEditions(queries)
    const load = await claim(queries)
    if (standsOn !== (await newestEdition(queries))) throw new SupersededError(!('takesBack' in prepared))
    await setOrganisation(queries, prepared.organisation)
    const written = await writeLoad(queries, prepared, naming)
    await publishAnalyses(queries, written.edition, written.verdicts)
    return await settle(queries, load, written)
  })
}

export type RehearsedLoad = Pick<Load, 'preview' | 'withheld' | 'comparison' | 'levels'>

/** What publishing a checked load would change, per audience, verdicts among it; nothing stays written. */
export async function previewLoad(
  database: Database,
  prepared: PreparedPublication | PreparedTakeBack,
  publishedAt: string,
): Promise<RehearsedLoad> {
  return await rehearse(database, async (queries) => {
    await setOrganisation(queries, prepared.organisation)
    const naming = { label: 'Preview', note: null, reason: null, rebaselines: [], publishedAt }
    const standing = await newestEdition(queries)
    const { edition, verdicts, previews, withheld } = await writeLoad(queries, prepared, naming)
    // verdicts are compared with those of the edition that stands
    if (standing > 0) await publishAnalyses(queries, edition, verdicts)
    const kpis = await openExactReader(queries, edition.number).readKpis()
    return {
      preview: previews,
      withheld: groupWithheld(withheld, kpis),
      comparison: await compareWithStanding(queries, standing, edition.number),
      levels: standing > 0 && !('takesBack' in prepared) ? await offerLevels(queries, edition) : [],
    }
  })
}

/** Writes the edition that a checked load would be, of files or without. */
export async function writeLoad(
  queries: Queries,
  prepared: PreparedPublication | PreparedTakeBack,
  naming: PublicationNaming,
): Promise<WrittenPublication> {
  if (!('takesBack' in prepared)) return await writePublication(queries, sourceOf(prepared, naming))
  const { label, note, reason, publishedAt } = naming
  const { takesBack } = prepared
  return await writeTakeBack(queries, { takesBack, label, note, publishedAt, reason: reason ?? '' })
}

function sourceOf(
  { content, breaks, readFigures }: PreparedPublication,
  { label, note, reason, rebaselines, publishedAt }: PublicationNaming,
): PublicationSource {
  const given = breaks.map((one) => ({ ...one, reason: reason ?? 'Not recorded' }))
  return {
    ...content,
    interventions: [...content.interventions, ...given, ...rebaselines],
    label,
    publishedAt,
    note: [note, reason && `Reason: ${reason}`].filter(Boolean).join('\n') || null,
    figures: readFigures(),
  }
}
