import { type Database, type EmbeddedOptions, openPostgres } from '../../server/db/database.ts'
import { openEmptyInMemory, openImageInMemory } from './demonstration-image.ts'

type Logger = NonNullable<EmbeddedOptions['logger']>

/** Which engine a run of these tests is on: those that ask a database run on both. */
export const isOnServer = process.env.TEST_ENGINE === 'postgres'

/** A database of the test's own, empty and at the newest migration: embedded, or of a PostgreSQL server. */
export async function openEmpty(logger?: Logger): Promise<Database> {
  return isOnServer ? await onServer('migrated', logger) : await openEmptyInMemory(logger ? { logger } : {})
}

/** A database of the test's own that holds the demonstration. */
export async function openDemonstration(logger?: Logger): Promise<Database> {
  return isOnServer
    ? await onServer('demonstration', logger)
    : await openImageInMemory(logger ? { logger } : {})
}

async function onServer(template: 'migrated' | 'demonstration', logger?: Logger): Promise<Database> {
  const { cloneDatabase } = await import('./postgres/databases.ts')
  const own = await cloneDatabase(template)
  const database = await openPostgres(own.url, logger ? { logger } : {})
  return {
    ...database,
    close: async () => {
      await database.close()
      await own.remove()
    },
  }
}
