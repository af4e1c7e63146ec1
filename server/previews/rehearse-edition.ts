import type { Action } from '../../src/domain/actions/action.ts'
import type { Withholding } from '../../src/domain/disclosure/withholding.ts'
import type { Audience, Edition, Organisation } from '../../src/domain/editions/publication.ts'
import { publishAnalyses } from '../db/analysis-store.ts'
import type { Database } from '../db/database.ts'
import { newestEdition, readEditions } from '../db/editions.ts'
import { openExactHistory, openExactLog, openExactReader } from '../db/exact-reader.ts'
import { readOrganisation, setOrganisation } from '../db/organisation.ts'
import { openProtectedHistory, openProtectedLog, openProtectedReader } from '../db/protected-reader.ts'
import { lockEditions } from '../db/publish.ts'
import { rehearse } from '../db/rehearse.ts'
import { readWithheld } from '../db/withheld-store.ts'
import type { CheckedLoad } from '../loads/load-shelf.ts'
import { SupersededError, writeLoad } from '../loads/publish-load.ts'
import { type KeptSet, keepSet } from './kept-set.ts'
import { type Packed, pack } from './packed.ts'

/** What an edition would be, whole: read before its publication was rolled back. */
export interface RehearsedEdition {
  organisation: Organisation
  edition: Edition
  /** newest first: what this one does to those before it, too */
  editions: Edition[]
  /** the edition that it stands on; 0 where there is none */
  standsOn: number
  sets: Record<Audience, KeptSet>
  /** the live log of actions, as the publication would leave it */
  logs: Record<Audience, Action[]>
  withheld: Packed<Withholding[]>
  /** that all of it takes, pressed */
  bytes: number
}

/**
 * Publishes a checked load in a transaction that is rolled back, and keeps all that a reader of its edition could ask.
 * @throws SupersededError where another edition was published since it was checked
 */
export async function rehearseEdition(
  database: Database,
  { prepared, standsOn }: CheckedLoad,
  publishedAt: string,
): Promise<RehearsedEdition> {
  return await rehearse(database, async (queries) => {
    await lockEditions(queries)
    if (standsOn !== (await newestEdition(queries))) throw new SupersededError()
    await setOrganisation(queries, prepared.organisation)
    const naming = { label: 'Preview', note: null, reason: null, rebaselines: [], publishedAt }
    const { edition, verdicts } = await writeLoad(queries, prepared, naming)
    await publishAnalyses(queries, edition, verdicts)

    const { number } = edition
    const exactReader = openExactReader(queries, number)
    const exact = await keepSet(exactReader, openExactHistory(queries, number), standsOn)
    const protectedReader = openProtectedReader(queries, number)
    const shielded = await keepSet(protectedReader, openProtectedHistory(queries, number), standsOn)
    const kpis = (await exactReader.readKpis()).map(({ id }) => id)
    const withheld = await pack(await readWithheld(queries, number, kpis, null))
    return {
      organisation: (await readOrganisation(queries)) ?? prepared.organisation,
      edition,
      editions: await readEditions(queries),
      standsOn,
      sets: { exact, protected: shielded },
      logs: {
        exact: await openExactLog(queries).read(),
        protected: await openProtectedLog(queries).read(),
      },
      withheld,
      bytes: exact.bytes + shielded.bytes + withheld.bytes,
    }
  })
}
