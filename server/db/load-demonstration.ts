import { buildDemoPublications, demoOrganisation } from '../../src/demo/demonstration.ts'
import { storeActions } from './action-store.ts'
import type { Database } from './database.ts'
import { setOrganisation } from './organisation.ts'
import { publishEdition } from './publish.ts'

/**
 * Publishes the invented editions one after another, as a council would publish its own; all of them or, where
 * the process is stopped meanwhile, none.
 */
export async function loadDemonstration({ queries }: Pick<Database, 'queries'>): Promise<number> {
  const publications = buildDemoPublications()
  await queries.transaction(async (whole) => {
    await setOrganisation(whole, demoOrganisation)
    for (const publication of publications) {
      // what the boards recorded since the edition before: files alone could only add actions
      await storeActions(whole, publication.actions ?? [])
      await publishEdition({ queries: whole }, publication)
    }
  })
  return publications.length
}
