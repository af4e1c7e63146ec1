import type { Organisation } from '../../src/domain/editions/publication.ts'
import type { Queries } from './database.ts'
import { organisationTable } from './schema/editions.ts'

/** Figures of two organisations, or real and illustrative ones, were about to meet in one database. */
export class OtherOrganisationError extends Error {
  constructor(standing: Organisation, given: Organisation) {
    super(
      `this database holds ${nameFigures(standing)}; ${nameFigures(given)} needs a database of its own (another DATA_DIR)`,
    )
    this.name = 'OtherOrganisationError'
  }
}

function nameFigures({ name, illustrative }: Organisation): string {
  return illustrative ? `illustrative figures labelled ${name}` : `the figures of ${name}`
}

/** null before the first load */
export async function readOrganisation(queries: Queries): Promise<Organisation | null> {
  const [row] = await queries.select().from(organisationTable)
  if (!row) return null
  const { only: _, ...organisation } = row
  return organisation
}

/** Before anybody has said whose figures these are. */
const usualZone = 'Europe/London'

/** The clock that times are told by. */
export async function timezoneOf(queries: Queries): Promise<string> {
  return (await readOrganisation(queries))?.timezone ?? usualZone
}

/**
 * One database, one organisation: the first one given stays. The same name may correct service, marking and
 * zone; another name, or illustrative beside real, is refused.
 */
export async function setOrganisation(queries: Queries, organisation: Organisation): Promise<void> {
  const standing = await readOrganisation(queries)
  if (
    standing &&
    (standing.name !== organisation.name || standing.illustrative !== organisation.illustrative)
  ) {
    throw new OtherOrganisationError(standing, organisation)
  }
  await queries
    .insert(organisationTable)
    .values({ only: 1, ...organisation })
    .onConflictDoUpdate({ target: organisationTable.only, set: organisation })
}
