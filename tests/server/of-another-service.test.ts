import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { QueryClient } from '@tanstack/react-query'
import { strFromU8, unzipSync } from 'fflate'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { pagesOfApp } from '../../server/static/pages.ts'
import { editionsQuery } from '../../src/api/editions.ts'
import { organisationQuery } from '../../src/api/organisation.ts'
import { drawPage } from '../../src/app/drawn/draw-page.tsx'
import { readAs } from '../../src/app/drawn/read-as.ts'
import { loadExhibit } from '../../src/app/exhibits/load-exhibit.ts'
import { apiBase } from '../../src/contract/paths.ts'
import type { Access } from '../../src/contract/session.ts'
import { type ExhibitRef, exhibitKinds } from '../../src/domain/exhibits/exhibit-ref.ts'
import { Board } from '../../src/exhibits/board/Board.tsx'
import { writeExhibitAbout, writeExhibitCsv } from '../../src/exhibits/export/write-csv.ts'
import { type DeckItem, writePackPptx } from '../../src/exhibits/export/write-pptx.ts'
import { writePackXlsx } from '../../src/exhibits/export/write-xlsx.ts'
import { changeListIds } from '../../src/features/changes/changes-search.ts'
import { readPackItems } from '../../src/features/pack/read-pack-items.ts'
import { deckSettingsOf } from '../support/deck-settings.ts'
import { openEmptyInMemory } from '../support/demonstration-image.ts'
import type { Planted } from './support/planted.ts'
import { cookieOf, director, kpisOfServices, openTwoServices, ownService } from './support/two-services.ts'

/**
 * More than 500 figures and texts of another service and of nobody's, looked for in everything that whoever leads one
 * service can be sent or can make of it: pages as the service sends them and as they are drawn, and every file. Replies
 * one by one, and what leaves the database for them: `roles.test.ts`. What a browser keeps: `e2e/of-another-service`.
 */
const site = 'https://dashboard.example'
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

/** How somebody asks the service, in the place of their browser. */
async function asking(access: Access) {
  const cookie = await cookieOf(database.queries, access)
  return async (path: string) => {
    const { statusCode, body } = await app.inject({ url: apiBase + path, headers: { cookie } })
    return { status: statusCode, body }
  }
}

const views = [1, 2].map((edition) => `edition=${edition}&audience=exact`)
const addresses = views.flatMap((view) => [
  ...pagesOfApp(kpisOfServices).map((path) => `${path}?${view}`),
  ...kpisOfServices.map((kpi) => `/kpis/${kpi}?${view}&dimension=team`),
  `/actions?${view}&log=live`,
  `/changes?${view}&from=1`,
])

const refs: ExhibitRef[] = [
  ...kpisOfServices.flatMap((kpi) => [
    ...(['trend', 'together'] as const).map((kind) => ({ kind, kpi, search: {} })),
    ...(['breakdown', 'gap'] as const).map((kind) => ({ kind, kpi, search: { dimension: 'team' } })),
    { kind: 'safeguarding' as const, kpi, search: {} },
  ]),
  ...exhibitKinds
    .filter((kind) => !['trend', 'together', 'breakdown', 'gap', 'safeguarding', 'changes'].includes(kind))
    .map((kind) => ({ kind, kpi: null, search: {} })),
  { kind: 'actions', kpi: null, search: { log: 'live' } },
  ...changeListIds.map((list) => ({ kind: 'changes' as const, kpi: null, search: { list, from: '1' } })),
]

/** A pack of everything that can be taken away, read as it is read for a file. */
async function readPack(access: Access, number: number): Promise<DeckItem[]> {
  const queries = new QueryClient()
  return await readAs(await asking(access), async () => {
    const [{ editions }, organisation] = await Promise.all([
      queries.ensureQueryData(editionsQuery()),
      queries.ensureQueryData(organisationQuery()),
    ])
    const edition = editions.find((one) => one.number === number)
    if (!edition) throw new Error(`there is no edition ${number}`)
    const origin = { organisation, edition, audience: 'exact' as const }
    const load = async (ref: ExhibitRef) => await loadExhibit(ref, origin, queries)
    const items = refs.map((ref) => ({ ref, group: '', line: '' }))
    const context = {
      load,
      origin,
      queries,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    }
    return (await readPackItems({ name: 'Everything', items }, context)).items
  })
}

/** Each kind of file that the pack, or an item of it, is saved as; and what is copied or spoken in its place. */
async function filesOf(items: readonly DeckItem[]): Promise<string> {
  // its picture is drawn by a browser; what is drawn stands on the boards below
  const slides = items.map((item) => ({ ...item, exhibit: { ...item.exhibit, picture: null } }))
  const zipped = await Promise.all([
    writePackPptx('Everything', slides, deckSettingsOf(site)),
    writePackXlsx(items, site),
  ])
  const texts = items.flatMap(({ exhibit }) => [
    JSON.stringify(exhibit),
    writeExhibitCsv(exhibit),
    writeExhibitAbout(exhibit, site),
    renderToStaticMarkup(createElement(Board, { exhibits: [exhibit], format: 'chart', address: site })),
  ])
  return [...texts, ...(await Promise.all(zipped.map(partsOf)))].join('\n')
}

async function partsOf(file: Blob): Promise<string> {
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()))
  return Object.entries(parts)
    .filter(([name]) => /\.(xml|rels)$/.test(name))
    .map(([, part]) => strFromU8(part))
    .join('\n')
}

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
      (await Promise.all([1, 2].map(async (edition) => filesOf(await readPack(access, edition))))).join('\n')
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
