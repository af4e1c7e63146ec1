import type { Database } from '../db/database.ts'
import { openDataDirectory } from '../db/open-data-directory.ts'
import { openServerDatabase } from '../db/open-server-database.ts'
import type { Settings } from '../settings.ts'
import { type LoadToken, readLoadToken } from './load-through-server.ts'

/** Through the service where it runs, else in the database itself. */
export async function where<Outcome>(
  settings: Settings,
  throughServer: (key: LoadToken) => Promise<Outcome>,
  directly: (database: Database) => Promise<Outcome>,
): Promise<Outcome> {
  const key = await readLoadToken(settings.dataDirectory)
  if (key) return await throughServer(key)
  const database = settings.databaseUrl
    ? await openServerDatabase(settings.databaseUrl)
    : await openDataDirectory(settings.dataDirectory)
  try {
    return await directly(database)
  } finally {
    await database.close()
  }
}
