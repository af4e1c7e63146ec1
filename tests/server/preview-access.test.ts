import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { createPreviews } from '../../server/previews/previews.ts'
import { Problem } from '../../src/contract/common.ts'
import { EditionsReply } from '../../src/contract/editions.ts'
import { Load } from '../../src/contract/loads.ts'
import { OverviewReply } from '../../src/contract/overview.ts'
import { roles } from '../../src/contract/roles.ts'
import { Session } from '../../src/contract/session.ts'
import type { AuditEntry, AuditSubject } from '../../src/domain/audit/deed.ts'
import { aLoad } from '../support/a-load.ts'
import { openEmpty } from '../support/an-engine.ts'
import { illustrativeLoad, unsoundObservations } from '../support/load-files.ts'
import { emptyDatabase } from './support/a-database.ts'
import { multipart } from './support/multipart.ts'

let database: Database
let app: Application
let assets: string
let log = ''
const token = { authorization: 'Bearer key-of-the-loader' }

beforeAll(async () => {
  database = await openEmpty()
  // the page of the app, as a build writes it
  assets = mkdtempSync(join(tmpdir(), 'built-'))
  mkdirSync(join(assets, 'assets'))
  writeFileSync(
    join(assets, 'index.html'),
    '<!doctype html><html lang="en-GB"><head><title>Governance dashboard</title></head><body></body></html>',
  )
})
afterAll(async () => {
  await database.close()
  rmSync(assets, { recursive: true })
})
beforeEach(async () => {
  await emptyDatabase(database)
  // whose it is, the first load says
  await database.queries.execute(sql`truncate organisation`)
  log = ''
  app = await buildApplication({
    database,
    auth: 'demo',
    loadToken: 'key-of-the-loader',
    assets,
    logLevel: 'trace',
    logStream: {
      write: (line) => {
        log += line
      },
    },
  })
})
afterEach(() => app.close())

async function stage(files: Readonly<Record<string, string>>): Promise<Load> {
  const { payload, headers } = multipart(files)
  const reply = await app.inject({
    method: 'POST',
    url: '/api/v1/loads',
    headers: { ...token, ...headers },
    payload,
  })
  return Load.parse(reply.json())
}

const publish = (id: string, label: string) =>
  app.inject({ method: 'POST', url: `/api/v1/loads/${id}/publish`, headers: token, payload: { label } })

const get = (url: string, headers: Record<string, string> = token) => app.inject({ url, headers })
const apiOf = (id: string, audience = 'exact') => `/api/v1/previews/${id}/${audience}`

async function cookieOf(role: string): Promise<Record<string, string>> {
  const reply = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { role } })
  const [set] = reply.cookies
  return set ? { cookie: `${set.name}=${set.value}` } : {}
}

describe('a first edition of an empty database', () => {
  it('can be looked at before there is any other, for either audience', async () => {
    const { id } = await stage(illustrativeLoad)
    for (const audience of ['exact', 'protected'] as const) {
      const { editions } = EditionsReply.parse((await get(`${apiOf(id, audience)}/editions`)).json())
      expect(editions).toMatchObject([{ number: 1, label: 'Preview', dataAsAt: '2025-10-06' }])
      const overview = await get(`${apiOf(id, audience)}/overview?edition=1&audience=${audience}`)
      const [row] = OverviewReply.parse(overview.json()).kpis
      expect(row?.series.points.at(-1)?.value).toBe(audience === 'exact' ? 412 : 410)
    }
    expect((await get('/api/v1/editions', {})).json()).toEqual({ editions: [] })
  })
})

describe('who may not load', () => {
  it.each(roles.filter((role) => role !== 'analyst'))(
    'is refused as %s, in words, at every address',
    async (role) => {
      const { id } = await stage(illustrativeLoad)
      const who = await cookieOf(role)
      const readings = ['/session', '/editions', '/overview', '/kpis', '/series?kpi=ot-waiting', '/plan']
      for (const path of readings) {
        const reply = await get(apiOf(id, 'protected') + path, who)
        expect([path, reply.statusCode]).toEqual([path, 403])
        expect(Problem.parse(reply.json()).detail).toMatch(/^An analyst may look at the preview of a load/)
      }
      const head = await app.inject({ method: 'HEAD', url: `${apiOf(id)}/overview`, headers: who })
      expect(head.statusCode).toBe(403)
      const page = await get(`/previews/${id}/protected/kpis/ot-waiting`, who)
      expect([page.statusCode, page.headers['cache-control']]).toEqual([403, 'no-store'])
      expect(page.body).toContain('An analyst may look at the preview of a load')
    },
  )

  it('is told nothing of which loads there are', async () => {
    const gone = await get(`${apiOf('no-such-load')}/overview`, {})
    expect(gone.statusCode).toBe(403)
  })
})

describe('what is read of a preview', () => {
  it('for the panel is never exact, whatever is asked for', async () => {
    const { id } = await stage(illustrativeLoad)
    const base = apiOf(id, 'protected')
    const session = Session.parse((await get(`${base}/session`)).json())
    expect([session.role, session.audience, session.can]).toEqual(['public', 'protected', []])
    for (const path of ['/overview', '/kpis', '/plan', '/series?kpi=ot-waiting', '/actions']) {
      const asked = `${base}${path}${path.includes('?') ? '&' : '?'}audience=exact`
      expect([path, (await get(asked)).statusCode]).toEqual([path, 403])
    }
    expect((await get(`${base}/withheld?kpi=ot-waiting`)).statusCode).toBe(403)
    expect((await get(`${base}/series?kpi=ot-waiting`)).body).not.toContain('412')
  })

  it('is kept by nobody and found by no search', async () => {
    const { id } = await stage(illustrativeLoad)
    for (const url of [
      `${apiOf(id, 'protected')}/overview?edition=1&audience=protected`,
      `/previews/${id}/protected`,
    ]) {
      const { headers, statusCode } = await get(url, await cookieOf('analyst'))
      expect([statusCode, headers['cache-control'], headers['x-robots-tag'], headers.etag]).toEqual([
        200,
        'no-store',
        'noindex',
        undefined,
      ])
    }
  })

  it('can be changed by nothing: there is only reading', async () => {
    const { id } = await stage(illustrativeLoad)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      for (const path of ['/actions', '/commentary', '/session', '/packs', '/exports']) {
        const reply = await app.inject({ method, url: apiOf(id) + path, headers: token, payload: {} })
        expect([method, path, [404, 405].includes(reply.statusCode)]).toEqual([method, path, true])
      }
    }
    const session = Session.parse((await get(`${apiOf(id)}/session`)).json())
    expect([session.role, session.audience, session.can]).toEqual(['analyst', 'exact', []])
  })

  it('leaves a row in the audit for each audience, and nothing in the log', async () => {
    const { id } = await stage(illustrativeLoad)
    await get(`${apiOf(id, 'exact')}/overview`)
    await get(`${apiOf(id, 'exact')}/kpis`)
    await get(`${apiOf(id, 'protected')}/overview`)
    await app.close()
    app = await buildApplication({ database, auth: 'demo', loadToken: 'key-of-the-loader' })
    const { rows } = (await get('/api/v1/audit?deed=previewed')).json()
    const ofLoad = rows.map(({ about }: AuditEntry) => about).filter(({ load }: AuditSubject) => load === id)
    expect(ofLoad).toEqual([
      { load: id, page: 'preview-panel' },
      { load: id, page: 'preview-officers' },
    ])
    expect(
      log.split('\n').filter((line) => line.includes(id) || /Waiting for OT|\b41[02]\b/.test(line)),
    ).toEqual([])
    expect(log).toContain('"route":"/api/v1/previews/:load/:audience/overview"')
  })

  it('names its preview in its page, which tells it in its title', async () => {
    const { id } = await stage(illustrativeLoad)
    const analyst = await cookieOf('analyst')
    const page = await get(`/previews/${id}/exact/kpis/ot-waiting`, analyst)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(`<html data-preview="/previews/${id}/exact" lang="en-GB">`)
    expect(page.body).toContain('<title>PREVIEW</title>')
    expect((await get(`/previews/${id}/exact/nowhere`, analyst)).statusCode).toBe(404)
    expect((await get(`/previews/${id}/everybody/`, analyst)).statusCode).toBe(400)
  })
})

describe('a preview that is none any more', () => {
  const told = async (id: string) => {
    const { statusCode, body } = await get(`${apiOf(id)}/overview`)
    const page = await get(`/previews/${id}/exact`, await cookieOf('analyst'))
    const detail = Problem.parse(JSON.parse(body)).detail ?? ''
    expect([page.statusCode, page.body.includes(detail)]).toEqual([statusCode, true])
    return `${statusCode} ${detail}`
  }

  it('says that its load is gone, has errors, was published or stands on an earlier edition, and what to do', async () => {
    expect(await told('no-such-load')).toMatch(
      /^404 There is no load no-such-load any more.* Load the files again/,
    )
    const broken = await stage({ ...illustrativeLoad, 'observations.csv': unsoundObservations })
    expect(await told(broken.id)).toMatch(/^409 This load has errors.* load the files again/)
    const [first, second] = [await stage(illustrativeLoad), await stage(illustrativeLoad)]
    expect((await get(`${apiOf(first.id)}/overview`)).statusCode).toBe(200)
    expect((await get(`${apiOf(second.id)}/overview`)).statusCode).toBe(200)
    expect((await publish(first.id, 'September 2025')).statusCode).toBe(200)
    expect(await told(first.id)).toMatch(/^409 This load was published as edition 1\..* open that edition/)
    expect(await told(second.id)).toMatch(/^409 Edition 1 was published since.* Load the files again/)
  })
})

describe('what is held of previews', () => {
  const aPreview = (id: string) => ({ id, state: 'staged', standsOn: 0 }) as Load

  it('is one rehearsal at a time, few in number, and let go when nobody looks', async () => {
    const loads = [
      await stage(illustrativeLoad),
      await stage(illustrativeLoad),
      await stage(illustrativeLoad),
    ]
    const shelf = await shelfOfApp(loads)
    let taken = 0
    const previews = createPreviews(database, {
      shelf: {
        ...shelf,
        take: async (id) => {
          taken += 1
          return await shelf.take(id)
        },
      },
      bounds: { kept: 2, bytes: 1e9, idleMs: 60_000 },
    })
    const [a = '', b = '', c = ''] = loads.map(({ id }) => id)
    const [first, same] = await Promise.all([previews.open(a), previews.open(a)])
    expect([taken, first === same]).toEqual([1, true])
    await previews.open(b)
    expect(await previews.open(a)).toBe(first)
    await previews.open(c)
    expect(taken).toBe(3)
    // the one looked at longest ago went
    await previews.open(a)
    expect(taken).toBe(3)
    await previews.open(b)
    expect(taken).toBe(4)
    previews.close()
    await previews.open(a)
    expect(taken).toBe(5)
    previews.close()
  })

  it('is refused in words where it would be too large', async () => {
    const load = await stage(illustrativeLoad)
    const previews = createPreviews(database, {
      shelf: await shelfOfApp([load]),
      bounds: { kept: 2, bytes: 100, idleMs: 60_000 },
    })
    await expect(previews.open(load.id)).rejects.toThrow(/would take 1 MB of memory, more than the 1 MB/)
    previews.close()
  })

  /** Loads as this process has checked them. */
  async function shelfOfApp(loads: readonly Load[]) {
    const { prepared } = await aLoad(illustrativeLoad)
    if (!prepared) throw new Error('the load is sound')
    const known = new Set(loads.map(({ id }) => id))
    return {
      find: async (id: string) => (known.has(id) ? aPreview(id) : null),
      take: async (id: string) =>
        known.has(id) ? { prepared, standsOn: 0, discard: async () => undefined } : null,
    }
  }
})
