import type { Database } from './database.ts'
import type { PublicationPreview, PublicationSource } from './publication-source.ts'
import { writePublication } from './publish.ts'

/** Carries the counts out of a transaction that must not be committed. */
class Rehearsed extends Error {
  readonly previews: PublicationPreview[]
  constructor(previews: PublicationPreview[]) {
    super('a preview is rolled back')
    this.previews = previews
  }
}

/**
 * What publishing would change, per audience: the publication itself, rehearsed in a transaction that is rolled
 * back, so that the preview cannot say anything else than what publication does.
 */
export async function previewPublication(
  database: Pick<Database, 'queries'>,
  publication: PublicationSource,
): Promise<PublicationPreview[]> {
  try {
    return await database.queries.transaction(async (queries) => {
      const { previews } = await writePublication(queries, publication)
      throw new Rehearsed(previews)
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.previews
    throw error
  }
}
