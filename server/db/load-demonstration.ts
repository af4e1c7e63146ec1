import { buildDemoPublications, demoOrganisation } from '../../src/demo/demonstration.ts'
import { storeActions } from './action-store.ts'
import type { Database } from './database.ts'
import { newestEdition } from './editions.ts'
import { readOrganisation, setOrganisation } from './organisation.ts'
import { lockEditions, publishEdition } from './publish.ts'

/**
 * Publishes the invented editions one after another, as a council would publish its own; all of them or, where
 * the process is stopped meanwhile, none. Of two instances that start on one empty database the second waits, and finds
 * it filled: whether there is anything is asked when nobody else can be writing.
 */
export async function loadDemonstration({ queries }: Pick<Database, 'queries'>): Promise<number> {
  return await queries.transaction(async (whole) => {
    await lockEditions(whole)
    if ((await readOrganisation(whole)) || (await newestEdition(whole))) return 0
    const publications = buildDemoPublications()
    await setOrganisation(whole, demoOrganisation)
    for (const publication of publications) {
      // what the boards recorded since the edition before: files alone could only add actions
      await storeActions(whole, publication.actions ?? [])
      await publishEdition({ queries: whole }, publication)
    }
    return publications.length
  })
}
