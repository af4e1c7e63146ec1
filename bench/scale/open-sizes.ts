import pg from 'pg'
import { openPostgres } from '../../server/db/database.ts'
import { loadDemonstration } from '../../server/db/load-demonstration.ts'
import { startCluster } from '../../tests/support/postgres/cluster.ts'
import { findPostgres } from '../../tests/support/postgres/find-postgres.ts'
import { generateFigures } from './generate-figures.ts'

export interface Size {
  millions: number
  url: string
}

export interface Sizes {
  sizes: Size[]
  close: () => Promise<void>
}

/** As a small server of a council would have it, with one process for each statement, as many readers leave it. */
const settings = `
shared_buffers = 1GB
maintenance_work_mem = 512MB
effective_cache_size = 4GB
max_parallel_workers_per_gather = 0
`

/**
 * A PostgreSQL with a database for each number of millions of figures, all made in the server. It goes when it is
 * closed, unless SCALE_SOCKET names the folder of the socket of one that stays: there, what was made is found again.
 */
export async function openSizes(wanted: readonly number[]): Promise<Sizes> {
  const kept = process.env.SCALE_SOCKET
  const cluster = kept
    ? { socket: kept, stop: async () => undefined }
    : await startCluster(findPostgres(), settings)
  const urlOf = (database: string) =>
    `postgres://tests@localhost/${database}?host=${encodeURIComponent(cluster.socket)}`
  try {
    const sizes: Size[] = []
    for (const millions of wanted) {
      const database = `figures_${millions}`
      if (await makeDatabase(urlOf('postgres'), database)) await fill(urlOf(database), millions)
      sizes.push({ millions, url: urlOf(database) })
    }
    return { sizes, close: cluster.stop }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

/** @returns whether it was not there before */
async function makeDatabase(url: string, name: string): Promise<boolean> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query('select from pg_database where datname = $1', [name])
  if (!rows.length) await client.query(`create database ${name} template template0`)
  await client.end()
  return rows.length === 0
}

async function fill(url: string, millions: number): Promise<void> {
  const database = await openPostgres(url)
  await loadDemonstration(database)
  const started = performance.now()
  const { rows, councils } = await generateFigures(database.queries, millions * 1e6)
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(`${rows} figures of ${councils} councils made in ${seconds} s`)
  await database.close()
}
