import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import { type Database, openEmbeddedDatabase } from '../../server/db/database.ts'
import { setOrganisation } from '../../server/db/organisation.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { Problem } from '../../src/contract/common.ts'
import { aFigure } from '../support/a-figure.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'

const folder = mkdtempSync(join(tmpdir(), 'dashboard-ready-'))
const files = new Map<string, string>()
let room = Infinity

beforeAll(async () => {
  const database = await openEmbeddedDatabase({ folder })
  await setOrganisation(database.queries, testOrganisation)
  await publishEdition(database, aPublication({ kpis: [aDefinition()], figures: [aFigure()] }))
  for (const table of ['protected_record', 'protected_figure', 'exact_figure', 'exact_analysis']) {
    const path = sql<string>`(select pg_relation_filepath(${table}))`
    const [row] = await database.queries.select({ path }).from(sql`(values (1)) as one`)
    files.set(table, join(folder, row?.path ?? ''))
  }
  await database.tidy()
  await database.close()
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function ask(url: string, database: Database) {
  const app = await buildApplication({ database, auth: 'none', logLevel: 'silent' })
  const reply = await app.inject(url)
  await app.close()
  return reply
}

/** What the service says of itself over the folder as it now is. */
async function askAnew(url: string) {
  const database = await openEmbeddedDatabase({ folder, room: () => room })
  try {
    return await ask(url, database)
  } finally {
    await database.close()
  }
}

describe('readiness', () => {
  it('is that the newest edition can be read', async () => {
    const reply = await askAnew('/readyz')
    expect([reply.statusCode, reply.json()]).toEqual([200, { status: 'ready', writes: 'taken' }])
  })

  it('is said of an empty service too: it can be loaded', async () => {
    const database = await openEmbeddedDatabase()
    expect((await ask('/readyz', database)).statusCode).toBe(200)
    await database.close()
  })

  it.each(['protected_record', 'protected_figure', 'exact_figure', 'exact_analysis'])(
    'is not where the file of %s is rubbish',
    async (table) => {
      const path = files.get(table) ?? ''
      const sound = readFileSync(path)
      writeFileSync(path, Buffer.alloc(sound.length, 'rubbish'))
      try {
        const reply = await askAnew('/readyz')
        expect([reply.statusCode, Problem.parse(reply.json()).detail]).toEqual([
          503,
          expect.stringContaining('cannot be read'),
        ])
      } finally {
        writeFileSync(path, sound)
      }
    },
  )

  it('goes on where the disk is full, and says that nothing can be written', async () => {
    const database = await openEmbeddedDatabase({ folder, room: () => room })
    room = 2 ** 20
    const reply = await ask('/readyz', database)
    room = Infinity
    expect([reply.statusCode, reply.json()]).toEqual([
      200,
      { status: 'ready', writes: 'refused: no room on the disk' },
    ])
    await database.close()
  })

  it('is not where the database is of a newer program, nor of an older one', async () => {
    for (const later of [1, -1]) {
      const move = (by: number) => (database: Database) =>
        database.queries.execute(
          sql`update drizzle.__drizzle_migrations set created_at = created_at + ${by} where id = (select max(id) from drizzle.__drizzle_migrations)`,
        )
      const database = await openEmbeddedDatabase({ folder })
      await move(later)(database)
      const reply = await ask('/readyz', database)
      await move(-later)(database)
      await database.close()
      expect([reply.statusCode, Problem.parse(reply.json()).detail]).toEqual([
        503,
        expect.stringContaining('another version'),
      ])
    }
  })

  it('asks once for many who ask at once', async () => {
    let statements = 0
    const database = await openEmbeddedDatabase({
      logger: {
        logQuery: () => {
          statements += 1
        },
      },
    })
    const app = await buildApplication({
      database,
      auth: 'none',
      now: () => new Date('2025-10-01T09:00:00Z'),
    })
    statements = 0
    await app.inject('/readyz')
    const once = statements
    await Promise.all(Array.from({ length: 20 }, () => app.inject('/readyz')))
    expect([once > 0, statements]).toEqual([true, once])
    await app.close()
    await database.close()
  })
})

describe('health', () => {
  it('is that the service runs, and that its database has not ended', async () => {
    const database = await openEmbeddedDatabase()
    expect((await ask('/healthz', database)).json()).toEqual({ status: 'running' })
    const ended = await ask('/healthz', { ...database, ended: Promise.resolve(new Error('ended')) })
    expect([ended.statusCode, Problem.parse(ended.json()).detail]).toEqual([
      503,
      expect.stringContaining('has ended'),
    ])
    await database.close()
  })
})
