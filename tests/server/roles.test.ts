import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { migrations } from '../../server/db/migrate.ts'
import { PGlite } from '../../server/db/pglite.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { roles } from '../../src/contract/roles.ts'
import type { Access, Role } from '../../src/contract/session.ts'
import { type Right, reachOf, roleTable } from '../../src/domain/session/role-table.ts'
import type { Planted } from './support/planted.ts'
import { addressOf, routesOf } from './support/routes-of.ts'
import {
  cookieOf as cookieOfSession,
  kpisOfServices,
  openTwoServices,
  ownService,
} from './support/two-services.ts'

let heard = ''
let database: Database
let app: Application
let planted: Planted

/** The database, with an ear at every row that it gives out. */
class WatchedEngine extends PGlite {
  override async execProtocol(...given: Parameters<PGlite['execProtocol']>) {
    const answer = await super.execProtocol(...given)
    heard += JSON.stringify(answer.messages)
    return answer
  }

  override async execProtocolStream(...given: Parameters<PGlite['execProtocolStream']>) {
    const messages = await super.execProtocolStream(...given)
    heard += JSON.stringify(messages)
    return messages
  }
}

beforeAll(async () => {
  const client = new WatchedEngine('memory://')
  const queries = drizzle(client)
  await migrate(queries, migrations)
  database = {
    queries,
    replica: null,
    isShared: false,
    connections: () => ({}),
    close: () => client.close(),
    tidy: async () => undefined,
    hasRoom: () => true,
    ended: new Promise(() => undefined),
  }
  const opened = await openTwoServices(database)
  app = opened.app
  planted = opened.planted
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const cookieOf = (chosen: Access) => cookieOfSession(database.queries, chosen)

const accessOf = (role: Role): Access => ({ role, services: role.endsWith('-lead') ? [ownService] : null })

async function write(
  cookie: string,
  method: 'PUT' | 'POST' | 'PATCH',
  url: string,
  payload: object,
  tag?: string,
) {
  return await app.inject({
    method,
    url: apiBase + url,
    headers: { cookie, ...(tag ? { 'if-match': `"${tag}"` } : {}) },
    payload,
  })
}

const rightOf = ({ method, path }: { method: string; path: string }) =>
  // of a preview whatever is read is one right
  `${method} ${path.startsWith(`${apiBase}/`) ? path.slice(apiBase.length) : path}`.replace(
    /(\/:load\/:audience)\/.*/,
    '$1',
  )

describe('the table of roles', () => {
  it('has a row for every route of the running service, and none for a route that is not', () => {
    const routes = routesOf(app).map(rightOf)
    expect(routes.length).toBeGreaterThan(25)
    const rows = Object.keys(roleTable)
    expect(routes.filter((route) => !rows.includes(route))).toEqual([])
    // files are served where the app is built
    const ofTheApp = ['GET /', 'GET /*', 'GET /pictures/:edition/:file']
    const notHere = new Set([...ofTheApp, 'confirm actions', 'read drafts', 'release texts'])
    expect(rows.filter((row) => !routes.includes(row) && !notHere.has(row))).toEqual([])
  })

  it('stops the start of a service with a route that nobody decided on', async () => {
    const service = await buildApplication({ database, auth: 'none', logLevel: 'silent' })
    expect(() => service.get('/api/v1/everything', async () => ({}))).toThrow('GET /everything has no row')
    await service.close()
  })

  it('is what each role gets at each route: refused where it says no, and nowhere else', async () => {
    const bodies: Partial<Record<string, object>> = {
      'POST /actions': {
        board: 'B',
        action: 'Ask',
        ownerRole: 'Lead',
        due: '2099-01-01',
        link: 'ot-waiting',
      },
      'PATCH /actions/:id': { note: 'said' },
      'PUT /commentary': { kpi: 'ot-waiting', period: '2025-07', text: 'said' },
      'POST /packs': {},
      'POST /loads/:id/publish': { label: 'Next' },
      'POST /mappings': { name: 'List', mapping: null },
      'POST /editions/:n/withdraw': { reason: 'Counted twice' },
    }
    const wrong: string[] = []
    let asked = 0
    for (const role of roles) {
      for (const route of routesOf(app)) {
        const right = rightOf(route) as Right
        const cookie = role === 'public' ? '' : await cookieOf(accessOf(role))
        const reply = await app.inject({
          method:
            route.method === 'PUT'
              ? 'PUT'
              : route.method === 'PATCH'
                ? 'PATCH'
                : route.method === 'POST'
                  ? 'POST'
                  : route.method === 'DELETE'
                    ? 'DELETE'
                    : 'GET',
          url: addressOf(route.path),
          headers: { cookie, 'x-requested-with': 'x' },
          ...(route.method === 'GET' || route.method === 'DELETE'
            ? {}
            : { payload: right === 'POST /session' ? { role } : (bodies[right] ?? {}) }),
        })
        asked += 1
        const isRefused = reply.statusCode === 403 && !right.startsWith('GET /session/')
        if (isRefused !== (reachOf(role, right) === 'no')) wrong.push(`${role} ${right}: ${reply.statusCode}`)
        if (reply.statusCode >= 500 && right !== 'GET /session/sign-in')
          wrong.push(`${role} ${right}: ${reply.statusCode}`)
      }
    }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(150)
  })

  it('is what HEAD follows too: the length of a reply for officers is not told to others', async () => {
    const wrong: string[] = []
    for (const role of roles) {
      const cookie = role === 'public' ? '' : await cookieOf(accessOf(role))
      for (const route of routesOf(app).filter(({ method }) => method === 'GET')) {
        const right = rightOf(route) as Right
        const url = addressOf(route.path)
        const reply = await app.inject({ method: 'HEAD', url, headers: { cookie } })
        const isRefused = reply.statusCode === 403 && !right.startsWith('GET /session/')
        if (isRefused !== (reachOf(role, right) === 'no')) wrong.push(`${role} ${right}: ${reply.statusCode}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('gives each role the set of figures that it names, and says so', async () => {
    for (const role of roles) {
      const cookie = role === 'public' ? '' : await cookieOf(accessOf(role))
      for (const right of Object.keys(roleTable) as Right[]) {
        if (!['panel', 'own', 'all'].includes(reachOf(role, right)) || !/^GET \/[\w-]+$/.test(right)) continue
        const query = right.endsWith('/withheld')
          ? '?kpi=home-reviews'
          : /series|analysis/.test(right)
            ? '?kpi=home-reviews&audience=exact'
            : '?audience=exact'
        const reply = await app.inject({ url: apiBase + right.slice(4) + query, headers: { cookie } })
        const isExact = reachOf(role, right) !== 'panel'
        expect([role, right, reply.statusCode]).toEqual([role, right, isExact ? 200 : 403])
      }
    }
  })
})

/** Everything that somebody with a role can read, and what the database gave out meanwhile. */
async function readAll(access: Access, audience = 'exact'): Promise<{ replies: string; heard: string }> {
  const cookie = access.role === 'public' ? '' : await cookieOf(access)
  const kpis = kpisOfServices
  const addresses = [1, 2].flatMap((edition) => [
    ...['kpis', 'overview', 'plan', 'data-quality', 'signals', 'actions', 'commentary'].map(
      (name) => `/${name}?edition=${edition}`,
    ),
    ...kpis.flatMap((kpi) => [
      `/analysis?kpi=${kpi}&edition=${edition}`,
      ...['borough', 'team'].map(
        (dimension) => `/series?kpi=${kpi}&dimension=${dimension}&edition=${edition}`,
      ),
    ]),
    `/series?kpi=${kpis.join('&kpi=')}&edition=${edition}`,
  ])
  addresses.push(
    '/actions',

    '/changes',
    '/changes?from=1&to=2',
    '/session',
    '/editions',
  )
  if (audience === 'exact') {
    addresses.push('/commentary?edition=draft')
    for (const kpi of kpis) addresses.push(`/withheld?kpi=${kpi}&edition=1`, `/withheld?kpi=${kpi}&edition=2`)
  }
  heard = ''
  let replies = ''
  for (const address of addresses) {
    const reply = await app.inject({
      url: `${apiBase}${address}${address.includes('?') ? '&' : '?'}${/session|editions|withheld/.test(address) ? '' : `audience=${audience}`}`,
      headers: { cookie },
    })
    expect([address, reply.statusCode]).toEqual([
      address,
      /dimension=team/.test(address) ? expect.any(Number) : 200,
    ])
    replies += reply.body
  }
  return { replies, heard }
}

describe('whoever leads a service', () => {
  it('is given nothing exact of another, figure or text, and nothing of it leaves the database', async () => {
    const whole = await readAll({ role: 'director', services: null })
    // what is looked for can be found
    expect(planted.foundIn(whole.replies).length).toBeGreaterThan(500)
    expect(planted.foundIn(whole.heard).length).toBeGreaterThan(500)
    for (const role of ['service-lead', 'practice-lead'] as const) {
      const lead = await readAll({ role, services: [ownService] })
      for (const text of [lead.replies, lead.heard]) {
        expect([role, planted.foundIn(text)]).toEqual([role, []])
      }
      for (const text of [
        'Own evidence',
        'Own risk',
        'Own action',
        'Own comment',
        'Own draft',
        'Own live',
        '"North"',
      ]) {
        expect([text, lead.replies.includes(text)]).toEqual([text, true])
      }
    }
  })

  it('reads of another service what the panel reads, and is told that it is that', async () => {
    const cookie = await cookieOf({ role: 'service-lead', services: [ownService] })
    const ask = async (path: string, headers: object = { cookie }) =>
      (await app.inject({ url: apiBase + path, headers: { ...headers } })).json()
    const { kpis } = await ask('/kpis?audience=exact')
    expect(kpis.map(({ id, audience }: { id: string; audience?: string }) => [id, audience])).toEqual([
      ['ot-waiting', undefined],
      ['home-reviews', 'protected'],
      ['home-in-time', 'protected'],
      ['complaints', 'protected'],
    ])
    for (const path of ['/series?kpi=home-reviews', '/analysis?kpi=home-reviews']) {
      const [mine, panels] = [
        await ask(`${path}&audience=exact`),
        await ask(`${path}&audience=protected`, {}),
      ]
      expect({ ...mine, audience: 'protected' }).toEqual(panels)
    }
    const exact = await ask('/series?kpi=ot-waiting&audience=exact')
    expect(exact.series[0].points[0].value).toBe(302)
  })

  it('with services that no measure names is given no more than the panel', async () => {
    const { replies } = await readAll({ role: 'service-lead', services: ['Nothing of the kind'] })
    expect(replies).not.toContain('Own evidence')
    expect(planted.foundIn(replies)).toEqual([])
  })

  it('writes of their own service alone', async () => {
    const cookie = await cookieOf({ role: 'service-lead', services: [ownService] })
    const action = { board: 'B', action: 'Ask', ownerRole: 'Lead', due: '2099-01-01' }
    for (const link of ['home-reviews', 'M-hidden', undefined]) {
      const reply = await write(cookie, 'POST', '/actions', { ...action, ...(link ? { link } : {}) })
      expect([link, reply.statusCode, reply.json().parameter]).toEqual([link, 400, 'link'])
    }
    const made = await write(cookie, 'POST', '/actions', { ...action, link: 'M-own' })
    expect(made.statusCode).toBe(201)
    const away = await write(cookie, 'PATCH', `/actions/${made.json().id}`, { link: 'home-reviews' }, '1')
    expect(away.statusCode).toBe(400)
    heard = ''
    const others = await write(cookie, 'PATCH', '/actions/A-home-reviews', { note: 'x' }, '1')
    expect([others.statusCode, planted.foundIn(others.body)]).toEqual([403, []])
    expect(planted.foundIn(heard)).toEqual([])
    const comment = await write(cookie, 'PUT', '/commentary', {
      kpi: 'home-reviews',
      period: '2025-08',
      text: 'x',
    })
    expect([comment.statusCode, comment.json().parameter]).toEqual([400, 'kpi'])
  })
})

describe('releasing', () => {
  const said = { board: 'B', action: 'Ask', ownerRole: 'Lead', due: '2099-01-01', link: 'ot-waiting' }
  const draft = { kpi: 'ot-waiting', period: '2025-06', text: 'Released words', release: 'public' }

  it('is for those whom the table names, and never for whoever publishes', async () => {
    for (const role of roles) {
      expect([
        role,
        reachOf(role, 'release texts') !== 'no' && reachOf(role, 'POST /loads/:id/publish') !== 'no',
      ]).toEqual([role, false])
      if (reachOf(role, 'POST /actions') === 'no') continue
      const cookie = await cookieOf(accessOf(role))
      const isAllowed = reachOf(role, 'release texts') !== 'no'
      const action = await write(cookie, 'POST', '/actions', { ...said, release: 'public' })
      const comment = await write(cookie, 'PUT', '/commentary', draft)
      expect([role, action.statusCode, comment.statusCode]).toEqual([
        role,
        isAllowed ? 201 : 403,
        isAllowed ? 200 : 403,
      ])
    }
  })

  it('is not undone by other words in its place', async () => {
    const lead = await cookieOf({ role: 'director', services: null })
    const analyst = await cookieOf({ role: 'analyst', services: null })
    const { id } = (await write(lead, 'POST', '/actions', { ...said, release: 'public' })).json()
    const change = async (body: object, tag: string) =>
      (await write(analyst, 'PATCH', `/actions/${id}`, body, tag)).statusCode
    for (const words of [
      { action: 'Other words' },
      { board: 'Other' },
      { whatChanged: 'Much' },
      { link: null },
    ]) {
      expect([words, await change(words, '1')]).toEqual([words, 403])
    }
    // a day and a state are no words; what is taken back may be written anew, for officers
    expect(await change({ due: '2099-02-01' }, '1')).toBe(200)
    expect(await change({ release: 'officer', action: 'Other words' }, '2')).toBe(200)
    expect(await change({ release: 'public' }, '3')).toBe(403)
  })

  it('is told to authors of briefings before its edition, and nothing else of the drafts', async () => {
    const director = await cookieOf({ role: 'director', services: null })
    await write(director, 'PUT', '/commentary', { ...draft, period: '2025-05' })
    const cookie = await cookieOf({ role: 'cabinet-author', services: null })
    heard = ''
    const reply = await app.inject({ url: `${apiBase}/commentary?edition=draft`, headers: { cookie } })
    expect([reply.statusCode, reply.body]).toEqual([200, expect.stringContaining('Released words')])
    for (const text of [reply.body, heard])
      expect([text.includes('Own draft'), planted.foundIn(text)]).toEqual([false, []])
    const nobody = await app.inject({ url: `${apiBase}/commentary?edition=draft` })
    expect(nobody.statusCode).toBe(403)
  })
})
