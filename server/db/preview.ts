import type { Database } from './database.ts'
import type { PublicationPreview, PublicationSource } from './publication-source.ts'
import { writePublication } from './publish.ts'
import { rehearse } from './rehearse.ts'

/**
 * What publishing would change, per audience: the publication itself, rehearsed, so that the preview cannot say
 * anything else than what publication does.
 */
export async function previewPublication(
  database: Pick<Database, 'queries'>,
  publication: PublicationSource,
): Promise<PublicationPreview[]> {
  const { previews } = await rehearse(database, (queries) => writePublication(queries, publication))
  return previews
}
