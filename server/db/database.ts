import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import type { Logger } from 'drizzle-orm/logger'
import { drizzle as drizzleNodePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migrateNodePostgres } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'

/** What queries are written against: the embedded database, a PostgreSQL server, or a transaction in either. */
export type Queries = PgDatabase<PgQueryResultHKT>

export interface Database {
  queries: Queries
  close: () => Promise<void>
}

const migrations = { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) }

export interface EmbeddedOptions {
  /** where it is kept; in memory where none is given */
  folder?: string
  logger?: Logger
}

/** PostgreSQL inside this process, brought up to the newest migration. */
export async function openEmbeddedDatabase({ folder, logger }: EmbeddedOptions = {}): Promise<Database> {
  const client = await PGlite.create(folder === undefined ? {} : { dataDir: folder })
  const queries = drizzlePglite(client, logger ? { logger } : {})
  await migratePglite(queries, migrations)
  return { queries, close: () => client.close() }
}

/** A PostgreSQL server, brought up to the newest migration. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url })
  const queries = drizzleNodePostgres(pool)
  await migrateNodePostgres(queries, migrations)
  return { queries, close: () => pool.end() }
}
