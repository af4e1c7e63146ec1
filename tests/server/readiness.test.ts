import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import { type Database, openEmbeddedDatabase } from '../../server/db/database.ts'
import { insertLoad } from '../../server/db/load-store.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { insertSchedule, putDown } from '../../server/db/scheduled-store.ts'
import { tellQueue } from '../../server/loads/tell-queue.ts'
import { Problem } from '../../src/contract/common.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import { aFigure } from '../support/a-figure.ts'
import { aStagedLoad } from '../support/a-staged-load.ts'
import { openEmptyInMemory } from '../support/demonstration-image.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'

let room = Infinity
let statements = 0
let database: Database

beforeAll(async () => {
  const logger = {
    logQuery: () => {
      statements += 1
    },
  }
  database = await openEmptyInMemory({ room: () => room, logger })
})
afterAll(() => database.close())

const well = { status: 'ready', writes: 'taken', queue: 'moving' }

async function ask(url: string, of: Database, now = () => new Date()) {
  const app = await buildApplication({ database: of, auth: 'none', logLevel: 'silent', now })
  const reply = await app.inject(url)
  await app.close()
  return reply
}

const publishTo = async ({ queries }: Database) => {
  await setOrganisation(queries, testOrganisation)
  await publishEdition({ queries }, aPublication({ kpis: [aDefinition()], figures: [aFigure()] }))
}

describe('readiness', () => {
  it('is said of an empty service, which can be loaded, and of one whose newest edition can be read', async () => {
    expect((await ask('/readyz', database)).json()).toEqual(well)
    await publishTo(database)
    expect((await ask('/readyz', database)).json()).toEqual(well)
  })

  it('goes on where the disk is full, and says that nothing can be written', async () => {
    room = 2 ** 20
    const reply = await ask('/readyz', database)
    room = Infinity
    expect([reply.statusCode, reply.json()]).toEqual([
      200,
      { ...well, writes: 'refused: no room on the disk' },
    ])
  })

  it('says that what waits for its time is not published at it, and tells nobody what waits before', async () => {
    const at = new Date('2025-12-04T09:30:00Z')
    const load = aStagedLoad()
    await insertLoad(database.queries, { load, standsOn: 1, begunAt: at })
    await insertSchedule(database.queries, {
      ...{ load: load.id, at, naming: { label: 'December', note: null, reason: null, exact: [] } },
      by: commandLine,
    })
    const queueAfter = async (seconds: number) =>
      (await ask('/readyz', database, () => new Date(at.getTime() + seconds * 1000))).json()
    for (const seconds of [-86_400, 0, 299])
      expect([seconds, await queueAfter(seconds)]).toEqual([seconds, well])
    expect(await queueAfter(300)).toEqual({
      ...well,
      queue: 'stands still: something has waited 5 minutes to be published',
    })
    await putDown(database.queries, { load: load.id, at }, 'refused', 'a newer edition stands')
    expect(await queueAfter(900)).toEqual(well)
  })

  it('says that a load does not come to its end, after longer than the largest takes', () => {
    const begun = new Date('2025-12-04T09:30:00Z')
    const told = (minutes: number) =>
      tellQueue({ longestWaitMs: 0 }, begun, new Date(begun.getTime() + minutes * 60_000))
    expect(told(29.9)).toBe('moving')
    expect(told(30)).toBe('stands still: one load has been under way for 30 minutes')
  })

  it('goes on where what waits cannot be read, and says so', async () => {
    const rename = (from: string, to: string) =>
      database.queries.execute(sql`alter table ${sql.identifier(from)} rename to ${sql.identifier(to)}`)
    await rename('scheduled_load', 'gone')
    const reply = await ask('/readyz', database)
    await rename('gone', 'scheduled_load')
    expect([reply.statusCode, reply.json()]).toEqual([
      200,
      { ...well, queue: 'unknown: what waits cannot be read' },
    ])
  })

  it('is not where the database is of a newer program, nor of an older one', async () => {
    const move = (by: number) =>
      database.queries.execute(
        sql`update drizzle.__drizzle_migrations set created_at = created_at + ${by}
          where id = (select max(id) from drizzle.__drizzle_migrations)`,
      )
    for (const by of [1, -1]) {
      await move(by)
      const reply = await ask('/readyz', database)
      await move(-by)
      expect([reply.statusCode, Problem.parse(reply.json()).detail]).toEqual([
        503,
        expect.stringContaining('another version'),
      ])
    }
  })

  it('asks once for many who ask at once', async () => {
    const now = () => new Date('2025-10-01T09:00:00Z')
    const app = await buildApplication({ database, auth: 'none', now })
    statements = 0
    await app.inject('/readyz')
    const once = statements
    await Promise.all(Array.from({ length: 20 }, () => app.inject('/readyz')))
    expect([once > 0, statements]).toEqual([true, once])
    await app.close()
  })

  it('is not where the file of a set is rubbish', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dashboard-ready-'))
    const onDisk = await openEmbeddedDatabase({ folder })
    await publishTo(onDisk)
    const files = new Map<string, string>()
    for (const table of ['protected_figure', 'exact_analysis']) {
      const path = sql<string>`(select pg_relation_filepath(${table}))`
      const [row] = await onDisk.queries.select({ path }).from(sql`(values (1)) as one`)
      files.set(table, join(folder, row?.path ?? ''))
    }
    await onDisk.tidy()
    await onDisk.close()
    for (const [table, path] of files) {
      const sound = readFileSync(path)
      writeFileSync(path, Buffer.alloc(sound.length, 'rubbish'))
      const damaged = await openEmbeddedDatabase({ folder })
      const reply = await ask('/readyz', damaged)
      await damaged.close()
      writeFileSync(path, sound)
      expect([table, reply.statusCode, Problem.parse(reply.json()).detail]).toEqual([
        table,
        503,
        expect.stringContaining('cannot be read'),
      ])
    }
    rmSync(folder, { recursive: true })
  })
})

describe('health', () => {
  it('is that the service runs, and that its database has not ended', async () => {
    expect((await ask('/healthz', database)).json()).toEqual({ status: 'running' })
    const ended = await ask('/healthz', { ...database, ended: Promise.resolve(new Error('ended')) })
    expect([ended.statusCode, Problem.parse(ended.json()).detail]).toEqual([
      503,
      expect.stringContaining('has ended'),
    ])
  })
})
