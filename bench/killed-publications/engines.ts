import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openPostgres } from '../../server/db/database.ts'
import { openDataDirectory } from '../../server/db/open-data-directory.ts'
import { startCluster } from '../../tests/support/postgres/cluster.ts'

export const engineNames = ['pglite', 'postgres'] as const
export type EngineName = (typeof engineNames)[number]

/** A database that is there between the processes that are killed over it. */
export interface Engine {
  /** what a command needs in its environment to find it */
  environment: Record<string, string>
  open: () => Promise<Database>
  remove: () => Promise<void>
}

export const openEngine = (name: EngineName) => (name === 'pglite' ? embedded() : served())

async function embedded(): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'dashboard-killed-'))
  return {
    environment: { DATA_DIR: home },
    open: () => openDataDirectory(home),
    remove: async () => rmSync(home, { recursive: true, force: true }),
  }
}

/** What is killed is the client: the server ends its transaction as it does when a machine is lost. */
async function served(): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'dashboard-killed-'))
  const cluster = await startCluster()
  const urlOf = (name: string) =>
    `postgres://tests@localhost/${name}?host=${encodeURIComponent(cluster.socket)}`
  const client = new pg.Client(urlOf('postgres'))
  await client.connect()
  await client.query('create database killed template template0')
  await client.end()
  return {
    environment: { DATA_DIR: home, DATABASE_URL: urlOf('killed') },
    open: () => openPostgres(urlOf('killed')),
    remove: async () => {
      await cluster.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
