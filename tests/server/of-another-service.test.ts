import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { pagesOfApp } from '../../server/static/pages.ts'
import { drawPage } from '../../src/app/drawn/draw-page.tsx'
import { apiBase } from '../../src/contract/paths.ts'
import type { Access } from '../../src/contract/session.ts'
import { openEmptyInMemory } from '../support/demonstration-image.ts'
import { filesOf, readPack, refsOf } from './support/files-of-pack.ts'
import type { Planted } from './support/planted.ts'
import { askOf } from './support/public-pages.ts'
import { cookieOf, director, kpisOfServices, openTwoServices, ownService } from './support/two-services.ts'

/**
 * More than 500 figures and texts of another service and of nobody's, looked for in everything that whoever leads one
 * service can be sent or can make of it: pages as the service sends them and as they are drawn, and every file. Replies
 * one by one, and what leaves the database for them: `roles.test.ts`. What a browser keeps: `e2e/of-another-service`.
 */
const lead: Access = { role: 'service-lead', services: [ownService] }
const assets = mkdtempSync(join(tmpdir(), 'another-service-'))
let database: Database
let app: Application
let planted: Planted

beforeAll(async () => {
  writeFileSync(join(assets, 'index.html'), '<!doctype html><head><title>App</title></head>')
  database = await openEmptyInMemory()
  const opened = await openTwoServices(database, assets)
  app = opened.app
  planted = opened.planted
})
afterAll(async () => {
  await app.close()
  await database.close()
  rmSync(assets, { recursive: true })
})

const asking = async (access: Access) => askOf(app, { cookie: await cookieOf(database.queries, access) })

const views = [1, 2].map((edition) => `edition=${edition}&audience=exact`)
const addresses = views.flatMap((view) => [
  ...pagesOfApp(kpisOfServices).map((path) => `${path}?${view}`),
  ...kpisOfServices.map((kpi) => `/kpis/${kpi}?${view}&dimension=team`),
  `/actions?${view}&log=live`,
  `/changes?${view}&from=1`,
])

const refs = refsOf(kpisOfServices, 'team')

const filesFor = async (access: Access, edition: number) =>
  await filesOf(await readPack(await asking(access), edition, 'exact', refs))

describe('figures and texts of another service', () => {
  it('are in no page that the service sends to whoever leads one, nor in its headers', async () => {
    const read = async (access: Access) => {
      const cookie = await cookieOf(database.queries, access)
      const pages = await Promise.all(addresses.map((url) => app.inject({ url, headers: { cookie } })))
      expect(pages.map(({ statusCode }) => statusCode)).toEqual(addresses.map(() => 200))
      return planted.foundIn(pages.map(({ body, headers }) => body + JSON.stringify(headers)).join('\n'))
    }
    expect((await read(director)).length).toBeGreaterThan(0)
    expect(await read(lead)).toEqual([])
  })

  it('are in no page as it is drawn for them, words and data', async () => {
    const read = async (access: Access) => {
      const ask = await asking(access)
      const drawn = []
      for (const address of addresses) drawn.push(await drawPage(address, ask))
      const pages = drawn.filter((page) => page !== null)
      return { pages: pages.length, text: pages.map((page) => JSON.stringify(page)).join('\n') }
    }
    const [officers, leads] = [await read(director), await read(lead)]
    expect(planted.foundIn(officers.text).length).toBeGreaterThan(500)
    expect(planted.foundIn(leads.text)).toEqual([])
    expect(leads.text).toContain('Own evidence')
    expect(leads.pages).toBe(officers.pages)
  })

  it('are in no file that they save, no picture, and no pack', async () => {
    const read = async (access: Access) =>
      (await Promise.all([1, 2].map(async (edition) => await filesFor(access, edition)))).flat().join('\n')
    const [officers, leads] = [await read(director), await read(lead)]
    expect(planted.foundIn(officers).length).toBeGreaterThan(300)
    expect(planted.foundIn(leads)).toEqual([])
    expect(leads).toContain('Own action')
  })

  it('are in nothing that a refused write is answered with', async () => {
    const cookie = await cookieOf(database.queries, lead)
    const live = await app.inject({
      url: `${apiBase}/actions`,
      headers: { cookie: await cookieOf(database.queries, director) },
    })
    const ofOthers: string[] = live
      .json()
      .actions.flatMap(({ id, link }: { id: string; link: string }) => (link === 'ot-waiting' ? [] : [id]))
    const said: string[] = []
    for (const tag of ['"1"', '"9"', '*', undefined]) {
      const headers = { cookie, ...(tag === undefined ? {} : { 'if-match': tag }) }
      for (const id of [...ofOthers, 'A-none']) {
        const change = { note: 'said', link: 'ot-waiting' }
        const url = `${apiBase}/actions/${id}`
        said.push((await app.inject({ method: 'PATCH', url, headers, payload: change })).body)
      }
      for (const kpi of kpisOfServices.slice(1)) {
        const payload = { kpi, period: '2025-08', text: 'said' }
        said.push((await app.inject({ method: 'PUT', url: `${apiBase}/commentary`, headers, payload })).body)
      }
    }
    expect(ofOthers.length).toBeGreaterThan(2)
    expect(planted.foundIn(live.body).length).toBeGreaterThan(2)
    expect(planted.foundIn(said.join('\n'))).toEqual([])
  })
})
