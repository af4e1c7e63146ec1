import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApplicationOptions, buildApplication } from '../../../server/app.ts'
import type { Application } from '../../../server/application.ts'
import { type Database, openPostgres } from '../../../server/db/database.ts'
import { NewerDatabaseError } from '../../../server/db/migrate.ts'
import { publishEdition } from '../../../server/db/publish.ts'
import { readQueue } from '../../../server/db/queue.ts'
import { lockUntilEnd } from '../../../server/db/shared-locks.ts'
import { keepHouse } from '../../../server/housekeeping.ts'
import { createLoads } from '../../../server/loads/loads.ts'
import { Problem } from '../../../src/contract/common.ts'
import { Load } from '../../../src/contract/loads.ts'
import { aFigure } from '../../support/a-figure.ts'
import { soundLoad } from '../../support/load-files.ts'
import { askServer, cloneDatabase, type OwnDatabase } from '../../support/postgres/databases.ts'
import { countRows, emptyDatabase } from '../support/a-database.ts'
import { aDefinition, aPublication, testOrganisation } from '../support/a-publication.ts'
import { multipart } from '../support/multipart.ts'

/** Two instances, each with connections of its own, over one PostgreSQL. */
let own: OwnDatabase
let databases: [Database, Database]
let one: Application
let other: Application
let clock = new Date('2025-11-03T09:00:00Z')

beforeAll(async () => {
  own = await cloneDatabase('migrated')
  databases = [await openPostgres(own.url), await openPostgres(own.url)]
})
beforeEach(async () => {
  clock = new Date('2025-11-03T09:00:00Z')
  await emptyDatabase(databases[0])
  await publishEdition(databases[0], aPublication({ kpis: [aDefinition()], figures: [aFigure()] }))
  one = await aService(0)
  other = await aService(1)
})
afterEach(async () => {
  await one.close()
  await other.close()
})
afterAll(async () => {
  for (const database of databases) await database.close()
  await own.remove()
})

async function aService(place: 0 | 1, options: Partial<ApplicationOptions> = {}): Promise<Application> {
  return await buildApplication({
    database: databases[place],
    auth: 'demo',
    loadToken: 'key-of-the-loader',
    logLevel: 'silent',
    now: () => clock,
    ...options,
  })
}

const token = { authorization: 'Bearer key-of-the-loader' }
const action = {
  board: 'Board',
  action: 'Ask again',
  ownerRole: 'Service lead',
  due: '2099-01-01',
  link: 'ot-waiting',
}
const record = (service: Application, headers: Record<string, string> = {}) =>
  service.inject({
    method: 'POST',
    url: '/api/v1/actions',
    headers: { ...token, ...headers },
    payload: action,
  })
const readLog = async (service: Application) =>
  (await service.inject({ url: '/api/v1/actions?audience=exact', headers: token })).json().actions
const detailIn = (reply: { body: string }) => Problem.parse(JSON.parse(reply.body)).detail

describe('who is signed in', () => {
  it('is so at every instance, and nowhere after signing out at one', async () => {
    const signedIn = await one.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { role: 'director' },
    })
    const [set] = signedIn.cookies
    const headers = { cookie: `${set?.name}=${set?.value}` }
    const roleAt = async (service: Application) =>
      (await service.inject({ url: '/api/v1/session', headers })).json().role
    expect([await roleAt(one), await roleAt(other)]).toEqual(['director', 'director'])
    await other.inject({ method: 'DELETE', url: '/api/v1/session', headers })
    expect([await roleAt(one), await roleAt(other)]).toEqual(['public', 'public'])
  })
})

describe('a limit', () => {
  it('counts together what one reader asks of two instances, and begins anew with the minute', async () => {
    const limited = [await aService(0, { requestsAMinute: 6 }), await aService(1, { requestsAMinute: 6 })]
    const askBoth = async (times: number) => {
      const statuses = []
      for (let time = 0; time < times; time++) {
        for (const service of limited) {
          const reply = await service.inject({ url: '/api/v1/session', remoteAddress: '203.0.113.9' })
          statuses.push(reply.statusCode)
        }
      }
      return statuses.filter((status) => status === 429).length
    }
    expect([await askBoth(3), await askBoth(1)]).toEqual([0, 2])
    clock = new Date(clock.getTime() + 60_000)
    expect(await askBoth(3)).toBe(0)
    const names = await databases[0].queries.execute(sql`select name from request_count`)
    expect(JSON.stringify(names)).not.toContain('203.0.113')
    for (const service of limited) await service.close()
  })
})

describe('a POST with an Idempotency-Key', () => {
  const key = { 'idempotency-key': 'one-and-the-same' }

  it('is done at one instance and answered as it was at the other', async () => {
    const first = await record(one, key)
    const second = await record(other, key)
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(second.json()).toEqual(first.json())
    expect(second.headers).toMatchObject({ etag: first.headers.etag, 'idempotent-replayed': 'true' })
    expect(await readLog(one)).toHaveLength(1)
  })

  it('is done once where it reaches both together', async () => {
    const replies = await Promise.all([one, other, one, other].map((service) => record(service, key)))
    for (const { statusCode } of replies) expect([201, 409]).toContain(statusCode)
    expect(await readLog(other)).toHaveLength(1)
  })

  it('is free again a minute after the instance that did it was killed', async () => {
    await record(one, key)
    await databases[0].queries.execute(sql`
      update post_key set status = null, until = ${new Date(clock.getTime() + 60_000).toISOString()}`)
    expect((await record(other, key)).statusCode).toBe(409)
    clock = new Date(clock.getTime() + 60_000)
    expect((await record(other, key)).statusCode).toBe(201)
  })
})

const files = {
  ...soundLoad,
  'organisation.json': JSON.stringify({ ...testOrganisation, timezone: undefined }),
}

async function stage(service: Application): Promise<Load> {
  const form = multipart(files)
  const reply = await service.inject({
    method: 'POST',
    url: '/api/v1/loads',
    ...form,
    headers: { ...form.headers, ...token },
  })
  return Load.parse(reply.json())
}
const publish = (service: Application, { id }: Load) =>
  service.inject({
    method: 'POST',
    url: `/api/v1/loads/${id}/publish`,
    headers: token,
    payload: { label: 'Next', reason: 'A list was counted again' },
  })

describe('a load', () => {
  it('that one instance checked is found, published and settled by another', async () => {
    const load = await stage(one)
    expect(await countRows(databases[0], 'load_file')).toBe(3)
    const asked = await other.inject({ url: `/api/v1/loads/${load.id}`, headers: token })
    expect(asked.json()).toEqual(load)
    const published = await publish(other, load)
    expect(published.json()).toEqual({ ...load, state: 'published', edition: 2 })
    const series = '/api/v1/series?kpi=ot-waiting&audience=exact&edition=2'
    const [read] = (await one.inject({ url: series, headers: token })).json().series
    expect(read.points.map(({ value }: { value: number }) => value)).toEqual([400, 412])
    expect((await one.inject({ url: `/api/v1/loads/${load.id}`, headers: token })).json()).toEqual(
      published.json(),
    )
    const again = await publish(one, load)
    expect([again.statusCode, detailIn(again)]).toEqual([409, 'This load was published as edition 2.'])
    expect(await countRows(databases[0], 'load_piece')).toBe(0)
  })

  it('is looked at as it would be from either instance, alike, until one of them publishes it', async () => {
    const load = await stage(one)
    const look = (service: Application, audience: string) =>
      service.inject({
        url: `/api/v1/previews/${load.id}/${audience}/series?kpi=ot-waiting&edition=2&audience=${audience}`,
        headers: token,
      })
    for (const audience of ['exact', 'protected']) {
      const [here, there] = [await look(one, audience), await look(other, audience)]
      expect([here.statusCode, there.statusCode, there.body]).toEqual([200, 200, here.body])
    }
    // nothing of it stays in the database that they share
    expect(await countRows(databases[0], 'edition')).toBe(1)
    await publish(one, load)
    const gone = await look(other, 'exact')
    expect([gone.statusCode, detailIn(gone)]).toEqual([
      409,
      expect.stringContaining('published as edition 2'),
    ])
  })

  it('and another, checked against one edition and published at once from two instances, are one edition', async () => {
    const loads = [await stage(one), await stage(other)] as const
    const replies = await Promise.all([publish(one, loads[0]), publish(other, loads[1])])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const refused = replies.find(({ statusCode }) => statusCode === 409)
    expect(refused && detailIn(refused)).toBe(
      'Another edition was published since this load was checked; load the files again.',
    )
    expect((await one.inject('/api/v1/editions')).json().editions).toHaveLength(2)
  })

  it('that is published at once from two instances is one edition', async () => {
    const load = await stage(one)
    const replies = await Promise.all([publish(one, load), publish(other, load)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect((await one.inject('/api/v1/editions')).json().editions).toHaveLength(2)
  })

  it('with a time is published once, by whichever instance comes first, and not where it is called off', async () => {
    const set = async (at: string) => {
      const load = await stage(one)
      const payload = { label: 'Next', reason: 'A list was counted again', at }
      const url = `/api/v1/loads/${load.id}`
      const reply = await one.inject({ method: 'POST', url: `${url}/publish`, headers: token, payload })
      expect(reply.json().scheduled.state).toBe('waiting')
      return url
    }
    const look = async (now: string) =>
      await Promise.all(
        databases.map((database) => createLoads(database, { now: () => new Date(now) }).publishDue()),
      )
    const url = await set('2025-11-04T09:30')
    await look('2025-11-04T09:30:05Z')
    expect((await other.inject({ url, headers: token })).json()).toMatchObject({
      state: 'published',
      edition: 2,
    })
    const calledOff = await set('2025-11-04T10:30')
    const reply = await other.inject({
      method: 'POST',
      url: `${calledOff}/call-off`,
      headers: token,
      payload: {},
    })
    expect(reply.json()).not.toHaveProperty('scheduled')
    await look('2025-11-04T10:30:05Z')
    expect((await one.inject('/api/v1/editions')).json().editions).toHaveLength(2)
  })

  it('that waits for another to end is counted at every instance, and for how long it has waited', async () => {
    const [first, second] = databases
    const whole = (database: Database) =>
      database.queries.transaction(async (transaction) => await lockUntilEnd(transaction, 'publication'))
    const { waiting } = await first.queries.transaction(async (transaction) => {
      await lockUntilEnd(transaction, 'publication')
      expect(await readQueue(second, clock)).toMatchObject({ behindAnother: 0, longestWaitMs: 0 })
      const next = whole(second)
      await expect.poll(async () => (await readQueue(first, clock)).behindAnother).toBe(1)
      expect((await readQueue(second, clock)).longestWaitMs).toBeGreaterThan(0)
      return { waiting: next }
    })
    await waiting
    expect((await readQueue(first, clock)).behindAnother).toBe(0)
  })

  it('waits a day to be published, and no longer', async () => {
    const load = await stage(one)
    await keepHouse(databases[1], new Date(clock.getTime() + 24 * 3_600_000))
    expect(await countRows(databases[0], 'load_piece')).toBe(3)
    await keepHouse(databases[1], new Date(clock.getTime() + 25 * 3_600_000))
    expect(await countRows(databases[0], 'load_piece')).toBe(0)
    const late = await publish(other, load)
    expect([late.statusCode, detailIn(late)]).toEqual([
      409,
      'The files of this load are gone; load them again.',
    ])
  })
})

describe('housekeeping', () => {
  it('is done by one instance at a time, and takes out what is over', async () => {
    await record(one, { 'idempotency-key': 'a-key-of-today' })
    const held = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    const elsewhere = databases[0].queries.transaction(async (transaction) => {
      await lockUntilEnd(transaction, 'housekeeping')
      held.resolve()
      await released.promise
    })
    await held.promise
    const tomorrow = new Date(clock.getTime() + 24 * 3_600_000)
    expect(await keepHouse(databases[1], tomorrow)).toBe(false)
    expect(await countRows(databases[0], 'post_key')).toBe(1)
    released.resolve()
    await elsewhere
    expect(await keepHouse(databases[1], tomorrow)).toBe(true)
    expect(await countRows(databases[0], 'post_key')).toBe(0)
  })
})

describe('migrations', () => {
  it('are done once where several instances start on an empty database, and never backwards', async () => {
    const empty = await cloneDatabase('template0')
    const opened = await Promise.all([1, 2, 3].map(() => openPostgres(empty.url)))
    const [first] = opened
    const count = await first?.queries.$count(sql`drizzle.__drizzle_migrations`)
    const known = await databases[0].queries.$count(sql`drizzle.__drizzle_migrations`)
    expect(count).toBe(known)
    await first?.queries.execute(sql`
      insert into drizzle.__drizzle_migrations (hash, created_at) values ('of a newer program', 9999999999999)`)
    for (const database of opened) await database.close()
    await expect(openPostgres(empty.url)).rejects.toThrow(NewerDatabaseError)
    await empty.remove()
  })
})

describe('a database that sends everybody away', () => {
  it('is asked again by new connections, and what was under way is told to try again', async () => {
    const blocked = Promise.withResolvers<void>()
    const released = Promise.withResolvers<void>()
    const locking = databases[1].queries
      .transaction(async (transaction) => {
        await transaction.execute(sql`lock table exact_action in share row exclusive mode`)
        blocked.resolve()
        await released.promise
      })
      .catch(() => undefined)
    await blocked.promise
    const underWay = record(one)
    while ((await waiting()) === 0);
    await databases[0].queries.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    const reply = await underWay
    expect([reply.statusCode, detailIn(reply)]).toEqual([503, expect.stringContaining('cannot be reached')])
    released.resolve()
    await locking
    expect((await record(one)).statusCode).toBe(201)
    expect((await record(other)).statusCode).toBe(201)
  })

  it('that only reads goes on being read, and says that nothing can be written', async () => {
    await askServer(`alter database ${own.name} set default_transaction_read_only = on`)
    const pool = new pg.Pool({ connectionString: own.url })
    const database = { ...databases[0], queries: drizzle(pool), close: () => pool.end() }
    const reading = await buildApplication({
      database,
      auth: 'demo',
      loadToken: 'key-of-the-loader',
      logLevel: 'silent',
    })
    expect((await reading.inject('/readyz')).json()).toEqual({
      status: 'ready',
      writes: 'refused: the database only reads',
      queue: 'moving',
    })
    // limits that cannot be counted turn nobody away
    expect((await reading.inject('/api/v1/overview')).statusCode).toBe(200)
    const reply = await record(reading)
    expect([reply.statusCode, detailIn(reply)]).toEqual([503, expect.stringContaining('takes no writes')])
    await reading.close()
    await database.close()
    await askServer(`alter database ${own.name} reset default_transaction_read_only`)
  })

  it('takes no connection with it whose transaction could not begin', async () => {
    let isFailing = true
    const logger = {
      logQuery: (query: string) => {
        if (isFailing && query.startsWith('begin')) throw new Error('the connection broke')
      },
    }
    const database = await openPostgres(own.url, { logger })
    for (let time = 0; time < 30; time++) {
      await expect(database.queries.transaction(async () => undefined)).rejects.toThrow()
    }
    isFailing = false
    expect(await database.queries.transaction(async () => 'done')).toBe('done')
    await database.close()
  })
})

/** Statements that wait for a lock of another one. */
async function waiting(): Promise<number> {
  return await databases[0].queries.$count(
    sql`(select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`,
  )
}
