import type { Edition } from '../../src/domain/editions/publication.ts'
import type { Database, Queries } from '../db/database.ts'
import { setOrganisation } from '../db/organisation.ts'
import type { PublicationPreview } from '../db/publication-source.ts'
import { type WrittenPublication, writePublication } from '../db/publish.ts'
import { rehearse } from '../db/rehearse.ts'
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

/** What publishing a checked load would change, per audience; nothing stays written. */
export async function previewLoad(
  database: Database,
  prepared: PreparedPublication,
  publishedAt: string,
): Promise<PublicationPreview[]> {
  return await rehearse(database, async (queries) => {
    const { previews } = await write(queries, prepared, { label: 'Preview', note: null, publishedAt })
    return previews
  })
}

async function write(
  queries: Queries,
  { organisation, content, readFigures }: PreparedPublication,
  naming: PublicationNaming,
): Promise<WrittenPublication> {
  await setOrganisation(queries, organisation)
  return await writePublication(queries, { ...content, ...naming, figures: readFigures() })
}
