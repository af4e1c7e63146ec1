import { fileURLToPath } from 'node:url'
import type { Logger } from 'drizzle-orm/logger'
import { drizzle as drizzleNodePostgres } from 'drizzle-orm/node-postgres'
import { migrate as migrateNodePostgres } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import { EmbeddedEngine } from './embedded-engine.ts'
import { freeBytes } from './no-room.ts'

/** What queries are written against: the embedded database, a PostgreSQL server, or a transaction in either. */
export type Queries = PgDatabase<PgQueryResultHKT>

export interface Database {
  queries: Queries
  close: () => Promise<void>
  /** gives back the room of what was rolled back or replaced, where no server does it by itself */
  tidy: () => Promise<void>
  /** whether there is room to write, as far as that can be known here */
  hasRoom: () => boolean
  /** resolves when the database has ended by itself and answers no more; never, where that cannot be known */
  ended: Promise<Error>
}

export const migrations = { migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)) }

export interface EmbeddedOptions {
  /** where it is kept; in memory where none is given */
  folder?: string
  logger?: Logger
  /** bytes free on the disk of the folder */
  room?: () => number
}

/** PostgreSQL inside this process, brought up to the newest migration. */
export async function openEmbeddedDatabase(options: EmbeddedOptions = {}): Promise<Database> {
  const { folder, logger, room = () => (folder === undefined ? Infinity : freeBytes(folder)) } = options
  const { promise: ended, resolve: onEnd } = Promise.withResolvers<Error>()
  const client = new EmbeddedEngine(folder ?? 'memory://', { room, onEnd })
  await client.waitReady
  const queries = drizzlePglite(client, logger ? { logger } : {})
  await migratePglite(queries, migrations)
  return {
    queries,
    close: () => client.close(),
    tidy: () => client.tidy(),
    hasRoom: () => client.hasRoom(),
    ended,
  }
}

/** A PostgreSQL server, brought up to the newest migration. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url })
  // a connection that breaks while nobody uses it is replaced; without a listener it would end the process
  pool.on('error', () => undefined)
  const queries = drizzleNodePostgres(pool)
  await migrateNodePostgres(queries, migrations)
  return {
    queries,
    close: () => pool.end(),
    // a server vacuums by itself
    tidy: async () => undefined,
    // its disk is another machine's
    hasRoom: () => true,
    ended: new Promise(() => undefined),
  }
}
