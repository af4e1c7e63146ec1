import { sql } from 'drizzle-orm'
import type { Database } from '../../../server/db/database.ts'
import { setOrganisation } from '../../../server/db/organisation.ts'
import { openEmpty } from '../../support/an-engine.ts'
import { testOrganisation } from './a-publication.ts'

/** A database that belongs to Testborough and has nothing published. */
export async function aDatabase(): Promise<Database> {
  const database = await openEmpty()
  await setOrganisation(database.queries, testOrganisation)
  return database
}

/** Takes everything back out: opening a database is slow, emptying one is not. */
export async function emptyDatabase({ queries }: Database): Promise<void> {
  await queries.execute(sql`
    truncate edition, organisation, exact_action, exact_action_key, exact_commentary_draft, protected_action,
      exact_series, exact_figure, exact_record, exact_analysis, exact_withheld,
      protected_series, protected_figure, protected_record, protected_analysis, load, load_file, load_piece, load_log,
      scheduled_load, source, post_key, request_count`)
  await setOrganisation(queries, testOrganisation)
}

/** How many rows the versions of one set take. */
export async function countRows({ queries }: Database, table: string): Promise<number> {
  return await queries.$count(sql.identifier(table))
}
