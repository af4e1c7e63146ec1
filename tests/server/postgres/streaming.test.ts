import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readAnalysed } from '../../../server/db/analysis-store.ts'
import { type Database, openPostgres } from '../../../server/db/database.ts'
import { createDatabaseStore } from '../../../server/db/database-store.ts'
import { setOrganisation } from '../../../server/db/organisation.ts'
import { publishEdition } from '../../../server/db/publish.ts'
import { aFigure } from '../../support/a-figure.ts'
import { type Cluster, startCluster, startStandby } from '../../support/postgres/cluster.ts'
import { aDefinition, aPublication, testOrganisation } from '../support/a-publication.ts'

/** A PostgreSQL and one that follows it by streaming replication, as DATABASE_READ_URL is meant for. */
let primary: Cluster
let standby: Cluster
let database: Database
let store: ReturnType<typeof createDatabaseStore>
let onStandby: ReturnType<typeof drizzle<Record<string, never>, pg.Pool>>
/** statements over figures that the standby was asked */
let askedThere = 0

const urlAt = ({ socket }: Cluster) =>
  `postgres://tests@localhost/postgres?host=${encodeURIComponent(socket)}`

beforeAll(async () => {
  primary = await startCluster()
  const first = await openPostgres(urlAt(primary))
  await setOrganisation(first.queries, testOrganisation)
  await publishEdition(first, aPublication({ kpis: [aDefinition()], figures: [aFigure({ value: 312 })] }))
  await first.close()
  standby = await startStandby(primary)
  database = await openPostgres(urlAt(primary))
  const pool = new pg.Pool({ connectionString: urlAt(standby) })
  // ends with its server
  pool.on('error', () => undefined)
  const logQuery = (query: string) => {
    askedThere += query.includes('exact_figure') ? 1 : 0
  }
  onStandby = drizzle(pool, { logger: { logQuery } })
  store = createDatabaseStore({ queries: database.queries, replica: onStandby })
})
afterAll(async () => {
  await onStandby.$client.end()
  await standby.stop()
})

async function read(number: number) {
  const before = askedThere
  const edition = await store.findEdition(number)
  if (!edition) return null
  const { reader } = store.openEdition('exact', edition)
  const [series] = await reader.readSeries({ kpis: ['ot-waiting'], dimension: 'borough' })
  return { value: series?.points[0]?.value, from: askedThere > before ? 'standby' : 'primary' }
}

const publish = (value: number) =>
  publishEdition(database, aPublication({ label: `Of ${value}`, figures: [aFigure({ value })] }))

const arrives = (edition: number) =>
  vi.waitFor(async () => expect(await readAnalysed(onStandby)).toContain(edition), { timeout: 60_000 })

describe('a copy that follows by streaming', () => {
  it('is read for an edition that was there when it was made, and for one that arrives', async () => {
    expect(await read(1)).toEqual({ value: 312, from: 'standby' })
    await publish(290)
    await arrives(2)
    expect(await read(2)).toEqual({ value: 290, from: 'standby' })
  })

  it('is not read for an edition that it has not got yet, and is once it has', async () => {
    await onStandby.execute(sql`select pg_wal_replay_pause()`)
    await publish(280)
    expect([await read(3), await read(2)]).toEqual([
      { value: 280, from: 'primary' },
      { value: 290, from: 'standby' },
    ])
    await onStandby.execute(sql`select pg_wal_replay_resume()`)
    await arrives(3)
    expect(await read(3)).toEqual({ value: 280, from: 'standby' })
  })

  it('goes on answering for the editions that are known while its primary is away, and can take its place', async () => {
    await database.close()
    await primary.stop()
    expect(await read(3)).toEqual({ value: 280, from: 'standby' })
    await onStandby.execute(sql`select pg_promote()`)
    const promoted = await openPostgres(urlAt(standby))
    const published = await publishEdition(promoted, aPublication({ label: 'After it' }))
    await promoted.close()
    expect(published.number).toBe(4)
  })
})
