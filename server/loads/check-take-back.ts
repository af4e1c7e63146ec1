import type { Load } from '../../src/contract/loads.ts'
import type { TakeBack } from '../../src/domain/editions/take-back.ts'
import type { Database, Queries } from '../db/database.ts'
import { newestEdition } from '../db/editions.ts'
import { readOrganisation } from '../db/organisation.ts'
import { nothingToTakeBack, TakeBackRefusedError } from '../db/take-back/take-back-refused.ts'
import type { CheckedLoad, StagedLoad } from './load-shelf.ts'
import { previewLoad } from './publish-load.ts'

/**
 * Rehearses what is to be taken back, like a load that has no files; it always needs a reason.
 *
 * @throws TakeBackRefusedError where it cannot be
 */
export async function checkTakeBack(
  database: Database,
  id: string,
  takesBack: TakeBack,
  begunAt: Date,
): Promise<StagedLoad> {
  const standsOn = await newestEdition(database.queries)
  const checked = await prepareTakeBack(database.queries, takesBack, standsOn)
  const rehearsed = await previewLoad(database, checked.prepared, begunAt.toISOString())
  const load: Load = {
    id,
    state: 'staged',
    problems: [],
    needs: { reason: true, exact: [] },
    ...rehearsed,
    edition: null,
    standsOn,
    takesBack,
  }
  return { load, checked, received: [], described: { files: [], mapping: null }, begunAt }
}

/** What is published of it: nothing has to be at hand but what was asked. */
export async function prepareTakeBack(
  queries: Queries,
  takesBack: TakeBack,
  standsOn: number,
): Promise<CheckedLoad> {
  const organisation = await readOrganisation(queries)
  if (!organisation) throw new TakeBackRefusedError(nothingToTakeBack)
  return { prepared: { organisation, takesBack }, standsOn, discard: async () => undefined }
}
