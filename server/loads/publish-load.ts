import type { Edition } from '../../src/domain/editions/publication.ts'
import type { Database, Queries } from '../db/database.ts'
import { setOrganisation } from '../db/organisation.ts'
import type { PublicationPreview } from '../db/publication-source.ts'
import { type WrittenPublication, writePublication } from '../db/publish.ts'
import type { PreparedPublication } from './read-load.ts'

export interface PublicationNaming {
  label: string
  note: string | null
  /** ISO instant */
  publishedAt: string
}

/** Publishes a checked load: organisation and edition in one transaction, whole or not at all. */
export async function publishLoad(
  database: Database,
  prepared: PreparedPublication,
  naming: PublicationNaming,
): Promise<Edition> {
  return await database.queries.transaction(async (queries) => {
    const { edition } = await write(queries, prepared, naming)
    return edition
  })
}

/** Carries the counts out of a transaction that must not be committed. */
class Rehearsed extends Error {
  readonly previews: PublicationPreview[]
  constructor(previews: PublicationPreview[]) {
    super('a preview is rolled back')
    this.previews = previews
  }
}

/** What publishing a checked load would change, per audience; nothing stays written. */
export async function previewLoad(
  database: Database,
  prepared: PreparedPublication,
  publishedAt: string,
): Promise<PublicationPreview[]> {
  try {
    return await database.queries.transaction(async (queries) => {
      const { previews } = await write(queries, prepared, { label: 'Preview', note: null, publishedAt })
      throw new Rehearsed(previews)
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.previews
    throw error
  }
}

async function write(
  queries: Queries,
  { organisation, content, readFigures }: PreparedPublication,
  naming: PublicationNaming,
): Promise<WrittenPublication> {
  await setOrganisation(queries, organisation)
  return await writePublication(queries, { ...content, ...naming, figures: readFigures() })
}
