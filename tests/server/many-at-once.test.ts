import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type ApplicationOptions, buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import { type Database, openEmbeddedDatabase, openPostgres } from '../../server/db/database.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { createLoads } from '../../server/loads/loads.ts'
import { Problem } from '../../src/contract/common.ts'
import type { Load } from '../../src/contract/loads.ts'
import { aFigure } from '../support/a-figure.ts'
import { aMapping } from '../support/a-mapping.ts'
import { isOnServer, openEmpty } from '../support/an-engine.ts'
import { soundLoad } from '../support/load-files.ts'
import { sourceOf } from '../support/source-of.ts'
import { countRows, emptyDatabase } from './support/a-database.ts'
import { keepsAnAnswer, recordUnder } from './support/a-keyed-action.ts'
import { aProcess } from './support/a-process.ts'
import { aDefinition, aPublication, testOrganisation } from './support/a-publication.ts'
import { multipart } from './support/multipart.ts'

let database: Database
let app: Application
/** what the next statement of a kind fails with */
let failure: { statement: RegExp; code: string } | null = null
const opened: Application[] = []

beforeAll(async () => {
  database = await openEmpty({ logQuery: failWhereAsked })
})
beforeEach(async () => {
  await emptyDatabase(database)
  await publishEdition(database, aPublication({ kpis: [aDefinition()], figures: [aFigure()] }))
  app = await aService()
})
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})
afterAll(() => database.close())

function failWhereAsked(query: string, params: unknown[]) {
  if (!failure?.statement.test(query)) return
  const cause = Object.assign(new Error('refused'), { code: failure.code })
  failure = null
  throw new DrizzleQueryError(query, params, cause)
}

async function aService(options: Partial<ApplicationOptions> = {}): Promise<Application> {
  const made = await buildApplication({
    database,
    auth: 'demo',
    loadToken: 'key-of-the-loader',
    logLevel: 'silent',
    ...options,
  })
  opened.push(made)
  return made
}

/** A load of whoever these tests belong to. */
const load = {
  ...soundLoad,
  'organisation.json': JSON.stringify({ ...testOrganisation, timezone: undefined }),
}
const token = { authorization: 'Bearer key-of-the-loader' }
const action = {
  board: 'Board',
  action: 'Ask again',
  ownerRole: 'Service lead',
  due: '2099-01-01',
  link: 'ot-waiting',
}
const record = (headers: Record<string, string> = {}, payload = action) =>
  app.inject({ method: 'POST', url: '/api/v1/actions', headers: { ...token, ...headers }, payload })
const readLog = async () =>
  (await app.inject({ url: '/api/v1/actions?audience=exact', headers: token })).json().actions
const problemIn = (reply: { body: string }) => Problem.parse(JSON.parse(reply.body))

describe('two who write at once', () => {
  const draft = () =>
    app.inject({
      method: 'PUT',
      url: '/api/v1/commentary',
      headers: token,
      payload: { kpi: 'ot-waiting', period: '2025-08', text: 'said' },
    })

  it('of eight first drafts have one taken and seven shown it', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, draft))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(7).fill(428)])
    for (const reply of replies.filter(({ statusCode }) => statusCode === 428)) {
      expect(problemIn(reply)).toMatchObject({ current: { text: 'said', version: 1 } })
    }
  })

  it('wait for each other before either looks, so that neither finds what the other is about to make', async () => {
    failure = { statement: /^\s*lock table "exact_commentary_draft"/, code: '55P03' }
    expect((await draft()).statusCode).toBe(409)
    failure = { statement: /^\s*lock table "exact_action"/, code: '55P03' }
    expect((await record()).statusCode).toBe(409)
  })

  it.each(['23505', '40001', '40P01', '55P03'])(
    'are told so where the database says it: %s',
    async (code) => {
      failure = { statement: /^\s*insert into "exact_action" /, code }
      const reply = await record()
      expect([reply.statusCode, problemIn(reply).detail]).toEqual([
        409,
        expect.stringContaining('Nothing of this was stored'),
      ])
      expect(await readLog()).toEqual([])
    },
  )

  it.each(['08006', '57P01', '53300', 'ECONNREFUSED'])(
    'are told to wait where it is out of reach: %s',
    async (code) => {
      failure = { statement: /^\s*insert into "exact_action" /, code }
      const reply = await record()
      expect([reply.statusCode, problemIn(reply).detail]).toEqual([
        503,
        expect.stringContaining('cannot be reached'),
      ])
    },
  )

  it('publish one of two loads that were checked against the same edition, in two services too', async () => {
    const files = Object.entries(load).map(([name, text]) => sourceOf(name, text))
    const turns = [createLoads(database).begin(), createLoads(database).begin()]
    // one after the other: they share one database, in which a preview is rolled back
    const staged: Load[] = []
    for (const turn of turns) staged.push(await turn.stage(async () => ({ files, mapping: null })))
    const outcomes = await Promise.allSettled(
      turns.map((turn, index) =>
        turn.publish(staged[index]?.id ?? '', {
          label: `Load ${index}`,
          note: null,
          reason: 'A list was counted again',
          exact: [],
        }),
      ),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((one) => one.status === 'rejected')
    expect(String(refused?.reason)).toContain('another edition was published since')
  })
})

describe('a POST with an Idempotency-Key', () => {
  const key = { 'idempotency-key': 'one-and-the-same' }

  it('is done once and answered twice', async () => {
    const first = await record(key)
    const second = await record(key)
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(second.json()).toEqual(first.json())
    expect(second.headers).toMatchObject({ etag: first.headers.etag, 'idempotent-replayed': 'true' })
    expect(await readLog()).toHaveLength(1)
  })

  it('is done once where both arrive together', async () => {
    const replies = await Promise.all([record(key), record(key)])
    for (const { statusCode } of replies) expect([201, 409]).toContain(statusCode)
    expect(await readLog()).toHaveLength(1)
  })

  it('is another thing under the same key, and said to be', async () => {
    await record(key)
    const other = await record(key, { ...action, action: 'Ask something else' })
    expect([other.statusCode, problemIn(other).title]).toEqual([422, 'Key used before'])
  })

  it('may be sent again where it was refused or failed', async () => {
    expect((await record(key, { ...action, link: 'nothing' })).statusCode).toBe(400)
    failure = { statement: /^\s*insert into "exact_action" /, code: 'XX000' }
    expect((await record(key)).statusCode).toBe(500)
    expect((await record(key)).statusCode).toBe(201)
  })

  it('belongs to the session that sent it', async () => {
    await record(key)
    const signedIn = await app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { role: 'director' },
    })
    const [cookie] = signedIn.cookies
    const reply = await app.inject({
      method: 'POST',
      url: '/api/v1/actions',
      headers: { ...key, cookie: `${cookie?.name}=${cookie?.value}` },
      payload: action,
    })
    expect(reply.headers['idempotent-replayed']).toBeUndefined()
  })

  it('publishes one edition, however often it is sent', async () => {
    const form = multipart(load)
    const stage = () =>
      app.inject({
        method: 'POST',
        url: '/api/v1/loads',
        ...form,
        headers: { ...form.headers, ...token, ...key },
      })
    const staged = await stage()
    expect((await stage()).json().id).toBe(staged.json().id)
    const publish = () =>
      app.inject({
        method: 'POST',
        url: `/api/v1/loads/${staged.json().id}/publish`,
        headers: { ...token, 'idempotency-key': 'publish-it-once' },
        payload: { label: 'Next', reason: 'A list was counted again' },
      })
    // sent again while it is being done: told so, or answered alike once it is done; and afterwards
    const [published, meanwhile] = (await Promise.all([publish(), publish()])).toSorted(
      (a, b) => a.statusCode - b.statusCode,
    )
    expect(published?.json()).toMatchObject({ state: 'published', edition: 2 })
    if (meanwhile?.statusCode === 409) expect(problemIn(meanwhile).detail).toContain('being done already')
    else expect(meanwhile?.json()).toEqual(published?.json())
    expect((await publish()).json()).toEqual(published?.json())
    const { editions } = (await app.inject('/api/v1/editions')).json()
    expect(editions).toHaveLength(2)
  })

  const monthly = aMapping('list.csv')

  /** what can be asked for once: with the path, and what has to be there before */
  const deeds: [string, () => Promise<{ path: string; payload: object | string; headers?: object }>][] = [
    ['an action', async () => ({ path: '/actions', payload: action })],
    ['a mapping', async () => ({ path: '/mappings', payload: { name: 'Monthly', mapping: monthly } })],
    ['a file taken away', async () => ({ path: '/exports', payload: exported })],
    ['a load', async () => ({ path: '/loads', ...multipart(load) })],
    [
      'an edition rolled back',
      async () => {
        await post(`/loads/${await staged()}/publish`, naming)
        return { path: '/loads/take-back', payload: { kind: 'roll-back', to: 1 } }
      },
    ],
    ['an edition', async () => ({ path: `/loads/${await staged()}/publish`, payload: naming })],
    [
      'a time for one',
      async () => ({ path: `/loads/${await staged()}/publish`, payload: { ...naming, at: tomorrow() } }),
    ],
    [
      'a time taken off',
      async () => {
        const id = await staged()
        await post(`/loads/${id}/publish`, { ...naming, at: tomorrow() })
        return { path: `/loads/${id}/call-off`, payload: {} }
      },
    ],
    [
      'an edition withdrawn',
      async () => {
        await post(`/loads/${await staged()}/publish`, naming)
        return { path: '/editions/2/withdraw', payload: { reason: 'A list was counted twice' } }
      },
    ],
  ]
  const exported = { form: 'svg', edition: 1 }
  const naming = { label: 'Next', reason: 'A list was counted again' }
  const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 16)
  const post = (path: string, payload: object | string, headers: object = {}) =>
    app.inject({ method: 'POST', url: `/api/v1${path}`, headers: { ...token, ...headers }, payload })
  const staged = async () => {
    const form = multipart(load)
    return (await post('/loads', form.payload, form.headers)).json().id
  }

  it.each(deeds)('is not done where its answer could not be kept with it: %s', async (_, prepare) => {
    const { path, payload, headers } = await prepare()
    const written = async () => await countRows(database, 'audit')
    const before = await written()
    const ask = () => post(path, payload, { ...headers, ...key })
    failure = { statement: keepsAnAnswer, code: 'XX000' }
    expect((await ask()).statusCode).toBe(500)
    expect([failure, await written()]).toEqual([null, before])
    // so it is done when it is sent again, and not a third time
    const done = await ask()
    expect([done.statusCode, await written()]).toEqual([expect.toBeOneOf([200, 201]), before + 1])
    const again = await ask()
    expect([again.json(), again.headers['idempotent-replayed']]).toEqual([done.json(), 'true'])
    expect(await written()).toBe(before + 1)
  })

  it('is done once where its instance is killed before its answer is kept, or before anybody is told', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dashboard-killed-'))
    const own = isOnServer
      ? await (await import('../support/postgres/databases.ts')).cloneDatabase('migrated')
      : null
    const where = own ? { DATABASE_URL: own.url } : { FOLDER: join(folder, 'pg') }
    const keys = { before: 'killed-before-it', after: 'killed-after-it' }
    for (const [MOMENT, KEY] of Object.entries(keys)) {
      expect(await aProcess('killed-between.ts', { ...where, MOMENT, KEY }).ended).toBeNull()
    }
    const found = own
      ? await openPostgres(own.url)
      : await openEmbeddedDatabase({ folder: join(folder, 'pg') })
    // when the key of whoever was killed is free
    const later = await aService({ database: found, now: () => new Date(Date.now() + 61_000) })
    const known = async () => await countRows(found, 'exact_action')
    expect(await known()).toBe(1)
    const told = await later.inject(recordUnder(keys.after))
    expect([told.statusCode, told.headers['idempotent-replayed'], await known()]).toEqual([201, 'true', 1])
    const done = await later.inject(recordUnder(keys.before))
    expect([done.statusCode, done.headers['idempotent-replayed'], await known()]).toEqual([201, undefined, 2])
    await later.close()
    await found.close()
    await own?.remove()
    rmSync(folder, { recursive: true })
  })

  it.each(['short', 'with a space in it', 'x'.repeat(201)])(
    'is refused under a key such as "%s"',
    async (odd) => {
      const reply = await record({ 'idempotency-key': odd })
      expect([reply.statusCode, problemIn(reply).detail]).toEqual([400, expect.stringContaining('8 to 200')])
    },
  )
})

describe('a limit', () => {
  const ask = async (
    service: Application,
    headers: Record<string, string> = {},
    remoteAddress = '203.0.113.9',
  ) => (await service.inject({ url: '/api/v1/session', headers, remoteAddress })).statusCode
  const askTimes = async (times: number, ...how: Parameters<typeof ask>) => {
    const statuses = []
    for (let time = 0; time < times; time++) statuses.push(await ask(...how))
    return statuses.filter((status) => status === 429).length
  }

  it('is of an address, and refuses in words with the time to wait', async () => {
    const service = await aService({ requestsAMinute: 5 })
    expect(await askTimes(7, service)).toBe(2)
    expect(await ask(service, {}, '203.0.113.10')).toBe(200)
    const refused = await service.inject({ url: '/api/v1/session', remoteAddress: '203.0.113.9' })
    expect([problemIn(refused).status, Number(refused.headers['retry-after'])]).toEqual([
      429,
      expect.toSatisfy((seconds) => seconds > 0 && seconds <= 60),
    ])
  })

  it('is of a session, not of the address that many of them share', async () => {
    const service = await aService({ requestsAMinute: 5 })
    const signIn = async () => {
      const reply = await service.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { role: 'director' },
        remoteAddress: '203.0.113.9',
      })
      const [cookie] = reply.cookies
      return { cookie: `${cookie?.name}=${cookie?.value}` }
    }
    const [one, other] = [await signIn(), await signIn()]
    expect([await askTimes(7, service, one), await askTimes(5, service, other)]).toEqual([2, 0])
  })

  it('is of the reader behind a proxy that is believed, and of the proxy where it is not', async () => {
    const reader = (last: number) => ({ 'x-forwarded-for': `198.51.100.${last}` })
    const believed = await aService({ requestsAMinute: 3, trustedProxies: ['127.0.0.1'] })
    for (const last of [1, 2, 3]) expect(await askTimes(3, believed, reader(last), '127.0.0.1')).toBe(0)
    expect(await ask(believed, reader(1), '127.0.0.1')).toBe(429)
    const doubted = await aService({ requestsAMinute: 3 })
    for (const last of [1, 2, 3]) await ask(doubted, reader(last), '127.0.0.1')
    expect(await ask(doubted, reader(4), '127.0.0.1')).toBe(429)
  })

  it('spares who asks at this very machine, and neither a proxy on it nor a page of another site', async () => {
    const service = await aService()
    expect(await askTimes(1000, service, {}, '127.0.0.1')).toBe(0)
    const forwarded = { 'x-forwarded-for': '198.51.100.1' }
    expect(await askTimes(910, service, forwarded, '127.0.0.1')).toBe(10)
    expect(await askTimes(5, service, { 'sec-fetch-site': 'cross-site' }, '127.0.0.1')).toBe(5)
    const open = await aService({ host: '0.0.0.0', auth: 'none' })
    expect(await askTimes(910, open, {}, '127.0.0.2')).toBe(10)
  })

  it('is of what waits at one time, and lets the next in once those have been answered', async () => {
    const service = await aService({ mostAtOnce: 4 })
    for (let round = 0; round < 3; round++) {
      const replies = await Promise.all(
        Array.from({ length: 10 }, () => service.inject({ url: '/api/v1/editions' })),
      )
      const busy = replies.filter(({ statusCode }) => statusCode === 503)
      expect([busy.length, replies.filter(({ statusCode }) => statusCode === 200).length]).toEqual([6, 4])
      expect(busy[0]?.headers['retry-after']).toBe('2')
      expect((await service.inject('/healthz')).statusCode).toBe(200)
    }
  })
})
