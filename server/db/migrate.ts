import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import type pg from 'pg'
import type { Queries } from './queries.ts'
import { keyOfLock } from './shared-locks.ts'

export const migrations = { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) }

/** The database was written by a newer program; going back is a backup's work, not a migration's. */
export class NewerDatabaseError extends Error {
  constructor() {
    super(
      'The database was brought up to date by a newer version of this program, and migrations only go forward. Start that version, or put back the backup that was made before it (docs/operations.md).',
    )
    this.name = 'NewerDatabaseError'
  }
}

/** Brings a server up to the newest migration: of several instances that start at once, one does, and the others wait. */
export async function migrateOneAtATime(pool: pg.Pool): Promise<void> {
  const client = await pool.connect()
  try {
    const queries = drizzle(client)
    await queries.execute(sql`select pg_advisory_lock(${keyOfLock('migration')})`)
    try {
      await migrate(queries, migrations)
      await refuseNewer(queries)
    } finally {
      await queries.execute(sql`select pg_advisory_unlock(${keyOfLock('migration')})`)
    }
  } finally {
    client.release()
  }
}

export async function refuseNewer(queries: Queries): Promise<void> {
  if ((await newestMigration(queries)) > newestKnown()) throw new NewerDatabaseError()
}

/** When the last migration of the database was written. */
export async function newestMigration(queries: Queries): Promise<number> {
  const found = sql<string>`(select max(created_at) from drizzle.__drizzle_migrations)`
  const [row] = await queries.select({ at: found }).from(sql`(values (1)) as one`)
  return Number(row?.at)
}

/** When the last migration that this program has was written. */
export function newestKnown(): number {
  return Math.max(...readMigrationFiles(migrations).map(({ folderMillis }) => folderMillis))
}
