import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import { appendAudit, checkAudit } from '../../server/db/audit-store.ts'
import type { Database } from '../../server/db/database.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { openSession } from '../../server/db/session-store.ts'
import { AuditReply } from '../../src/contract/audit.ts'
import { LoadLogReply } from '../../src/contract/load-log.ts'
import { apiBase } from '../../src/contract/paths.ts'
import type { Access } from '../../src/contract/session.ts'
import { commandLine } from '../../src/domain/audit/deed.ts'
import { aFigure } from '../support/a-figure.ts'
import { aDatabase } from './support/a-database.ts'
import { aDefinition, aPublication } from './support/a-publication.ts'
import { multipart } from './support/multipart.ts'

/** In every text and every figure that is sent: the audit has none of them. */
const word = 'Quokka'
const figure = 918_273
const loader = { authorization: 'Bearer key-of-the-loader' }

let database: Database
let app: Application
let director: string
let log = ''
/** rows that stood before a test */
let before = 0

beforeAll(async () => {
  database = await aDatabase()
  for (const value of [400, 500]) {
    const kpis = [
      aDefinition({ service: 'Occupational therapy' }),
      aDefinition({ id: 'reviews', service: word }),
    ]
    await publishEdition(database, aPublication({ kpis, figures: [aFigure({ value })] }))
  }
  app = await aService()
  director = await cookieOf({ role: 'director', services: null }, 'Dana Director')
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** A service as the council's officers sign in to it. */
const aService = () =>
  buildApplication({
    database,
    auth: 'oidc',
    oidc: {
      issuer: 'http://localhost:9',
      clientId: 'dashboard',
      clientSecret: 'secret',
      roles: { claim: 'groups', scope: 'openid', roles: [] },
    },
    loadToken: 'key-of-the-loader',
    logStream: {
      write: (line) => {
        log += line
      },
    },
  })

async function cookieOf(chosen: Access, person: string): Promise<string> {
  const choices: Access[] = [chosen, { role: 'analyst', services: null }]
  const session = { chosen, choices, person, subject: `account of ${person}`, visit: null }
  const endsAt = new Date(Date.now() + 3_600_000)
  return `session=${await openSession(database.queries, { ...session, endsAt }, new Date())}`
}

const send = async (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, given: object = {}) =>
  await app.inject({ method, url: apiBase + path, ...given })
const asDirector = (payload?: object, version?: string) => ({
  headers: { cookie: director, ...(version ? { 'if-match': `"${version}"` } : {}) },
  ...(payload ? { payload } : {}),
})

/** What stands in the audit since this was asked last, oldest first; what was read is written first. */
async function fresh() {
  // a service that ends writes what it still has
  await app.close()
  app = await aService()
  const { rows } = AuditReply.parse((await send('GET', '/audit?limit=1000', { headers: loader })).json())
  const found = rows.filter(({ place }) => place > before).toReversed()
  before = rows[0]?.place ?? 0
  expect(JSON.stringify(rows)).not.toMatch(/Quokka|918.?273/)
  return found.map(({ who, role, deed, about, outcome }) => [who, role, deed, about, outcome])
}
afterEach(async () => {
  expect((await checkAudit(database.queries)).broken).toBeNull()
})

const load = (value: number) =>
  multipart({
    'observations.csv': `kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at\not-waiting,2025-08,borough,All,${value},,,,final,2025-10-06`,
  })

describe('each deed', () => {
  it('of loading, looking again, publishing and withdrawing leaves one row, and the load its own', async () => {
    const bad = await send('POST', '/loads', withToken(multipart({ 'observations.csv': `kpi_id\n${word}` })))
    const staged = (await send('POST', '/loads', withToken(load(figure)))).json()
    for (const _ of [1, 2]) await send('GET', `/loads/${staged.id}`, { headers: loader })
    const naming = { label: word, note: word, reason: word }
    const publish = async () =>
      await send('POST', `/loads/${staged.id}/publish`, { headers: loader, payload: naming })
    expect((await publish()).statusCode).toBe(200)
    expect((await publish()).statusCode).toBe(409)
    await send('POST', '/editions/1/withdraw', { headers: loader, payload: { reason: word } })
    await send('POST', '/editions/1/withdraw', { headers: loader, payload: { reason: word } })
    const by = ['command line', 'analyst']
    expect(await fresh()).toEqual([
      [...by, 'loaded', { load: bad.json().id }, 'rejected'],
      [...by, 'loaded', { load: staged.id }, 'done'],
      [...by, 'published', { edition: 3, load: staged.id }, 'done'],
      [...by, 'withdrawn', { edition: 1 }, 'done'],
      [...by, 'previewed', { load: staged.id }, 'done'],
    ])
    const { loads } = LoadLogReply.parse((await send('GET', '/loads', { headers: loader })).json())
    expect(loads).toMatchObject([
      {
        id: staged.id,
        state: 'published',
        files: [
          {
            name: 'observations.csv',
            bytes: expect.any(Number),
            sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          },
        ],
        mapping: null,
        errors: 0,
        changes: [{ audience: 'exact', restatedFigures: 1 }, { audience: 'protected' }],
        edition: 3,
        who: 'command line',
        publishedBy: 'command line',
        ...naming,
        withdrawal: null,
      },
      { id: bad.json().id, state: 'rejected', edition: null, changes: [], errors: expect.any(Number) },
    ])
  })

  it('of writing and releasing leaves one row, and what was refused or changed nothing none', async () => {
    const action = { board: word, action: word, ownerRole: word, due: '2099-01-01', link: 'ot-waiting' }
    const { id } = (await send('POST', '/actions', asDirector(action))).json()
    await send('PATCH', `/actions/${id}`, asDirector({ note: word }, '1'))
    await send('PATCH', `/actions/${id}`, asDirector({ release: 'public' }, '2'))
    expect((await send('PATCH', `/actions/${id}`, asDirector({ note: word }, '1'))).statusCode).toBe(412)
    const comment = { kpi: 'ot-waiting', period: '2025-08' }
    const say = async (given: object, version?: string) =>
      await send('PUT', '/commentary', asDirector({ ...comment, ...given }, version))
    await say({ text: word })
    await say({ text: word, release: 'public' }, '1')
    await say({ text: '' }, '2')
    await say({ text: '' })
    const by = ['Dana Director', 'director']
    expect(await fresh()).toEqual([
      [...by, 'action-recorded', { action: id }, 'done'],
      [...by, 'action-changed', { action: id }, 'done'],
      [...by, 'action-released', { action: id }, 'done'],
      [...by, 'comment-written', comment, 'done'],
      [...by, 'comment-released', comment, 'done'],
      [...by, 'comment-removed', comment, 'done'],
    ])
  })

  it('of reading exact figures leaves one row a session, thing and day, and reading what everybody may none', async () => {
    const lead = await cookieOf({ role: 'service-lead', services: ['Occupational therapy'] }, 'Lee Lead')
    for (const cookie of [director, lead]) {
      for (const _ of [1, 2]) {
        const read = async (path: string) => await send('GET', path, { headers: { cookie } })
        await read('/series?kpi=ot-waiting&edition=3')
        await read('/analysis?kpi=ot-waiting&kpi=reviews')
        await read('/overview')
        await read('/kpis')
        await read('/overview?audience=protected')
        await read('/actions?audience=protected')
        await read(`/series?kpi=${word}`)
      }
    }
    await send('GET', '/overview')
    expect(await fresh()).toEqual([
      ['Dana Director', 'director', 'exact-seen', { kpi: 'ot-waiting' }, 'done'],
      ['Dana Director', 'director', 'exact-seen', { kpi: 'reviews' }, 'done'],
      ['Dana Director', 'director', 'exact-seen', { page: 'overview' }, 'done'],
      // of another service a lead is given what the panel reads
      ['Lee Lead', 'service-lead', 'exact-seen', { kpi: 'ot-waiting' }, 'done'],
      ['Lee Lead', 'service-lead', 'exact-seen', { page: 'overview' }, 'done'],
    ])
    // another instance, or this one started anew, knows from the rows
    await send('GET', '/overview', asDirector())
    expect(await fresh()).toEqual([])
  })

  it('of choosing a role, taking figures out and leaving leaves one row', async () => {
    const cookie = await cookieOf({ role: 'director', services: null }, 'Rae Roles')
    const chosen = await send('POST', '/session', { headers: { cookie }, payload: { role: 'analyst' } })
    const [own] = chosen.cookies
    const headers = { cookie: `session=${own?.value}` }
    await send('POST', '/exports', { headers, payload: { form: 'csv', edition: 2 } })
    await send('POST', '/exports', { headers, payload: { form: word } })
    await send('DELETE', '/session', { headers })
    await send('DELETE', '/session', { headers })
    const by = ['Rae Roles', 'analyst']
    expect(await fresh()).toEqual([
      [...by, 'role-chosen', {}, 'done'],
      [...by, 'exported', { form: 'csv', edition: 2 }, 'done'],
      [...by, 'signed-out', {}, 'done'],
    ])
  })
})

describe('the audit', () => {
  it('is asked for by deed, day and who, a page at a time', async () => {
    const ask = async (query: string) =>
      AuditReply.parse((await send('GET', `/audit?${query}`, { headers: loader })).json())
    const all = await ask('limit=1000')
    const first = await ask('limit=4')
    const second = await ask(`limit=4&before=${first.next}`)
    expect([...first.rows, ...second.rows]).toEqual(all.rows.slice(0, 8))
    expect([all.next, first.total]).toEqual([null, all.total])
    expect((await ask('deed=published')).rows.map(({ about }) => about.edition)).toEqual([3])
    expect((await ask('who=dana')).rows.every(({ who }) => who === 'Dana Director')).toBe(true)
    expect((await ask('who=%25')).total).toBe(0)
    const today = new Date().toISOString().slice(0, 10)
    expect((await ask(`from=${today}&to=${today}`)).total).toBe(all.total)
    expect((await ask('to=2025-01-01')).total).toBe(0)
    for (const query of ['from=2025-02-30', 'limit=0', 'limit=1001', 'deed=slept', 'before=x']) {
      expect((await send('GET', `/audit?${query}`, { headers: loader })).statusCode).toBe(400)
    }
  })

  it('has where it ended written into the log at each publication', () => {
    const heads = [...log.matchAll(/"auditHead":"(\d+:[0-9a-f]{64})","msg":"published"/g)]
    expect(heads).toHaveLength(1)
  })

  it('is not changed by what fails after it, and what it says goes with what it is of', async () => {
    const entry = {
      ...commandLine,
      at: '2025-10-01T09:00:00Z',
      deed: 'exported',
      about: {},
      outcome: 'done',
    } as const
    const failing = database.queries.transaction(async (transaction) => {
      await appendAudit(transaction, [entry])
      throw new Error('after it')
    })
    await expect(failing).rejects.toThrow('after it')
    expect(await fresh()).toEqual([])
  })

  it('stays one chain where many write at once', async () => {
    const at = '2025-10-01T09:00:00Z'
    const entry = { ...commandLine, at, deed: 'exported', about: {}, outcome: 'done' } as const
    await Promise.all(Array.from({ length: 12 }, () => appendAudit(database.queries, [entry, entry])))
    await Promise.all(
      Array.from({ length: 4 }, () => appendAudit(database.queries, [{ ...entry, once: 'the same' }])),
    )
    expect(await fresh()).toHaveLength(25)
  })

  it('refuses to change, delete or empty a row, and tells where somebody did it all the same', async () => {
    for (const statement of [
      "update audit set who = 'x'",
      'delete from audit where place = 2',
      'truncate audit',
    ]) {
      await expect(database.queries.execute(sql.raw(statement))).rejects.toThrow()
    }
    const head = (await checkAudit(database.queries)).head
    const undone = new Error('put back')
    const tampering = database.queries.transaction(async (transaction) => {
      await transaction.execute(sql`alter table audit disable trigger audit_stays`)
      await transaction.execute(sql`delete from audit where place = ${head?.place ?? 0}`)
      expect((await checkAudit(transaction)).broken).toBeNull()
      expect((await checkAudit(transaction, head ? [head] : [])).broken).toMatchObject({ why: 'cut' })
      await transaction.execute(sql`update audit set about = '{"edition":9}' where place = 3`)
      expect((await checkAudit(transaction)).broken).toMatchObject({ place: 3, why: 'changed' })
      await transaction.execute(sql`delete from audit where place = 2`)
      expect((await checkAudit(transaction)).broken).toMatchObject({ place: 2, why: 'gap' })
      throw undone
    })
    await expect(tampering).rejects.toThrow('put back')
  })
})

function withToken<Asked extends { headers: Record<string, string> }>(asked: Asked): Asked {
  return { ...asked, headers: { ...asked.headers, ...loader } }
}
