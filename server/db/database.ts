import { PGlite } from '@electric-sql/pglite'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { drizzle as drizzleNodePostgres } from 'drizzle-orm/node-postgres'
import pg from 'pg'

/** What queries are written against: the embedded database, a PostgreSQL server, or a transaction in either. */
export type Queries = PgDatabase<PgQueryResultHKT>

export interface Database {
  queries: Queries
  close: () => Promise<void>
}

/** PostgreSQL inside this process: kept in a folder, or in memory where none is given. */
export async function openEmbeddedDatabase(folder?: string): Promise<Database> {
  const client = await PGlite.create(folder === undefined ? {} : { dataDir: folder })
  return { queries: drizzlePglite(client), close: () => client.close() }
}

/** A PostgreSQL server. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url })
  return { queries: drizzleNodePostgres(pool), close: () => pool.end() }
}
