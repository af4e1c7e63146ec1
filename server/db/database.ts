import type { Logger } from 'drizzle-orm/logger'
import { drizzle as drizzleNodePostgres, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import { EmbeddedEngine } from './embedded-engine.ts'
import { migrateOneAtATime, migrations, refuseNewer } from './migrate.ts'
import { freeBytes } from './no-room.ts'
import type { Queries } from './queries.ts'

export type { Queries }

export interface Database {
  queries: Queries
  /** a copy that follows behind, for reading editions that have arrived there; null where there is none */
  replica: Queries | null
  /** whether other instances of the service have it too: what they must agree on is then kept in it */
  isShared: boolean
  close: () => Promise<void>
  /** to a server, by what they do; none where the database is in this process */
  connections: () => Partial<Record<'busy' | 'idle' | 'waited for', number>>
  /** gives back the room of what was rolled back or replaced, where no server does it by itself */
  tidy: () => Promise<void>
  /** whether there is room to write, as far as that can be known here */
  hasRoom: () => boolean
  /** resolves when the database has ended by itself and answers no more; never, where that cannot be known */
  ended: Promise<Error>
}

export interface EmbeddedOptions {
  /** where it is kept; in memory where none is given */
  folder?: string
  logger?: Logger
  /** bytes free on the disk of the folder */
  room?: () => number
  /** the tar of a data directory to begin with; an empty one where none is given */
  copyOf?: Blob
}

/** PostgreSQL inside this process, brought up to the newest migration. */
export async function openEmbeddedDatabase(options: EmbeddedOptions = {}): Promise<Database> {
  const {
    folder,
    logger,
    copyOf,
    room = () => (folder === undefined ? Infinity : freeBytes(folder)),
  } = options
  const { promise: ended, resolve: onEnd } = Promise.withResolvers<Error>()
  const client = new EmbeddedEngine(folder ?? 'memory://', { room, onEnd, copyOf })
  await client.waitReady
  const queries = drizzlePglite(client, logger ? { logger } : {})
  await migratePglite(queries, migrations)
  await refuseNewer(queries)
  return {
    queries,
    replica: null,
    isShared: false,
    close: () => client.close(),
    connections: () => ({}),
    tidy: () => client.tidy(),
    hasRoom: () => client.hasRoom(),
    ended,
  }
}

export interface ServerOptions {
  /** of a replica */
  readUrl?: string | null
  logger?: Logger
}

/** A PostgreSQL server, brought up to the newest migration. */
export async function openPostgres(url: string, options: ServerOptions = {}): Promise<Database> {
  const logger = options.logger ? { logger: options.logger } : {}
  const pool = openPool(url)
  const readPool = options.readUrl ? openPool(options.readUrl) : null
  const close = async () => {
    await Promise.all([pool.end(), readPool?.end()])
  }
  try {
    await migrateOneAtATime(pool)
  } catch (error) {
    await close()
    throw error
  }
  const queries = drizzleNodePostgres(pool, logger)
  queries.transaction = async (work, config) =>
    await onOneConnection(pool, logger, (own) => own.transaction(work, config))
  return {
    queries,
    replica: readPool && drizzleNodePostgres(readPool, logger),
    isShared: true,
    close,
    connections: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      'waited for': pool.waitingCount,
    }),
    // a server vacuums by itself
    tidy: async () => undefined,
    // its disk is another machine's
    hasRoom: () => true,
    ended: new Promise(() => undefined),
  }
}

/**
 * A connection for one piece of work, given back however that ends. drizzle-orm 0.45 keeps one for ever whose `begin`
 * failed, as after a restart of the server: to be taken out when it gives it back.
 */
async function onOneConnection<Result>(
  pool: pg.Pool,
  options: { logger?: Logger },
  work: (queries: NodePgDatabase) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  try {
    return await work(drizzleNodePostgres(client, options))
  } finally {
    client.release()
  }
}

/** A server usually takes 100 connections, of all instances together. */
const mostConnections = 20

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    // whoever waits longer for a connection is told that the database cannot be reached
    connectionTimeoutMillis: 10_000,
    application_name: 'governance-dashboard',
    keepAlive: true,
  })
  // a connection that breaks while nobody uses it is replaced; without a listener it would end the process
  pool.on('error', () => undefined)
  // nor does one that breaks while it is used: whoever uses it is told
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
