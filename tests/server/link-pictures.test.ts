import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { collectReplies } from '../../server/static-edition/collect-replies.ts'
import { writeEdition } from '../../server/static-edition/write-edition.ts'
import { drawLinkPicture } from '../../src/app/drawn/draw-link-picture.tsx'
import type { AskReply } from '../../src/contract/drawn-page.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { openDemonstration } from '../support/an-engine.ts'

const scratch = mkdtempSync(join(tmpdir(), 'link-pictures-'))
const assets = join(scratch, 'dist')
let app: Application
let database: Database

const page = `
export const drawPage = async (address) => ({
  html: '<h1>A</h1>', title: 'A', description: 'A "finding"', readings: '{}',
  picture: address.includes('data') ? null
    : address.includes('plan') ? { page: 'plan', edition: 5 } : { kpi: 'ot-waiting', edition: 5 },
})`
/** Paints who was asked for, and reads what only officers may where a measure is called so. */
const picture = `
export const drawLinkPicture = async ({ kpi, page, edition }, ask) => {
  globalThis.pictures = (globalThis.pictures ?? 0) + 1
  const audience = kpi === 'exactly' ? 'exact' : 'protected'
  const { status } = await ask('/overview?edition=' + edition + '&audience=' + audience)
  if (status !== 200) throw new Error('not read: ' + status)
  const words = kpi === 'foreign' ? '\\u0141\\u00f3d\\u017a' : (kpi ?? page)
  return '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect class="paper" width="1200" height="630"></rect><text y="99">' + words + '</text></svg>'
}`
const painted = () => Number(Reflect.get(globalThis, 'pictures') ?? 0)

beforeAll(async () => {
  mkdirSync(join(assets, '.vite'), { recursive: true })
  mkdirSync(join(scratch, 'dist-drawing', 'faces'), { recursive: true })
  writeFileSync(join(assets, '.vite', 'manifest.json'), '{}')
  writeFileSync(
    join(assets, 'index.html'),
    '<!doctype html><html lang="en-GB"><head><title>x</title></head><body><div id="root"></div></body></html>',
  )
  writeFileSync(join(scratch, 'dist-drawing', 'draw-page.js'), page)
  writeFileSync(join(scratch, 'dist-drawing', 'draw-link-picture.js'), picture)
  const serif = createRequire(import.meta.url).resolve(
    '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
  )
  const face = await subsetFont(readFileSync(serif), 'abcdefghijklmnopqrstuvwxyz-', {
    targetFormat: 'truetype',
  })
  writeFileSync(join(scratch, 'dist-drawing', 'faces', 'serif.ttf'), face)
  database = await openDemonstration()
  app = await buildApplication({
    database,
    auth: 'demo',
    assets,
    logLevel: 'silent',
    allowedHosts: ['figures.example'],
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
  rmSync(scratch, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
const imageOf = (html: string) => /<meta property="og:image" content="([^"]*)">/.exec(html)?.[1]

describe('the picture beside a link', () => {
  it('is named in the page by a whole address, of the name that the page was asked by', async () => {
    const { body } = await get('/kpis/ot-waiting', { host: 'figures.example' })
    expect(imageOf(body)).toBe('http://figures.example/pictures/edition-5/ot-waiting.png')
    expect(body).toContain('<meta property="og:image:alt" content="A &quot;finding&quot;">')
    expect(imageOf((await get('/kpis/ot-waiting', { host: 'localhost:99' })).body)).toBe(
      'http://localhost:99/pictures/edition-5/ot-waiting.png',
    )
    expect(imageOf((await get('/plan', { host: 'figures.example' })).body)).toBe(
      'http://figures.example/pictures/pages-of-edition-5/plan.png',
    )
    expect(imageOf((await get('/data', { host: 'figures.example' })).body)).toBeUndefined()
    expect((await get('/kpis/ot-waiting', { host: 'elsewhere.example' })).statusCode).toBe(421)
  })

  it('is a PNG of 1200 by 630, painted once however many ask, and answered with 304 to whoever has it', async () => {
    const before = painted()
    const [reply] = await Promise.all(
      Array.from({ length: 4 }, () => get('/pictures/edition-5/ot-waiting.png')),
    )
    expect([reply?.statusCode, reply?.headers['content-type']]).toEqual([200, 'image/png'])
    const png = reply?.rawPayload ?? Buffer.alloc(0)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    const again = await get('/pictures/edition-5/ot-waiting.png', {
      'if-none-match': String(reply?.headers.etag),
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    expect(painted()).toBe(before + 1)
  })

  it('is that of its measure beside a link to a briefing, which its browser draws, and of no other address', async () => {
    const { body } = await get('/briefing/ot-waiting?edition=3', { host: 'figures.example' })
    expect(imageOf(body)).toBe('http://figures.example/pictures/edition-3/ot-waiting.png')
    expect(body).toContain('<meta property="og:title" content="Briefing: Waiting for OT assessment">')
    expect(body).toContain('<meta property="og:description" content="Edition 3, ')
    const signedIn = await app.inject({
      method: 'POST',
      url: `${apiBase}/session`,
      payload: { role: 'director' },
    })
    const cookie = `${signedIn.cookies[0]?.name}=${signedIn.cookies[0]?.value}`
    for (const [url, headers] of [
      ['/briefing/no-such', {}],
      ['/briefing/ot-waiting?range=12', {}],
      ['/briefing/ot-waiting?audience=exact', {}],
      ['/briefing/ot-waiting', { cookie }],
      ['/present', {}],
    ] as const) {
      expect([url, imageOf((await get(url, headers)).body)]).toEqual([url, undefined])
    }
  })

  it('is nobody’s own: an officer is given the same, and nothing exact can be in it', async () => {
    const signedIn = await app.inject({
      method: 'POST',
      url: `${apiBase}/session`,
      payload: { role: 'director' },
    })
    const cookie = `${signedIn.cookies[0]?.name}=${signedIn.cookies[0]?.value}`
    expect((await get(`${apiBase}/overview?edition=5&audience=exact`, { cookie })).statusCode).toBe(200)
    expect((await get('/pictures/edition-5/exactly.png', { cookie })).statusCode).toBe(404)
    const [nobody, officer] = await Promise.all([
      get('/pictures/edition-5/alike.png'),
      get('/pictures/edition-5/alike.png', { cookie }),
    ])
    expect(nobody.statusCode).toBe(200)
    expect(officer.rawPayload.equals(nobody.rawPayload)).toBe(true)
  })

  it('is not there where its words could not all be set, and of what there is not', async () => {
    for (const file of [
      'edition-5/foreign.png',
      'edition-99/ot-waiting.png',
      'edition-x/a.png',
      'edition-5/a.svg',
      'pages-of-edition-5/data.png',
      'pages-of-edition-99/plan.png',
    ]) {
      expect([file, (await get(`/pictures/${file}`)).statusCode]).toEqual([file, 404])
    }
  })

  it('lies in an edition that is published as files where it is known at which name', async () => {
    const ask: AskReply = async (path) => {
      const { statusCode, body } = await get(apiBase + path)
      return { status: statusCode, body }
    }
    const publish = async (name: string, origin?: string) => {
      const folder = join(scratch, name)
      const replies = collectReplies(ask, { edition: 5, packs: [] })
      await writeEdition(replies, { edition: 5, assets, folder, ask, origin })
      return (file: string) => readFileSync(join(folder, file))
    }
    const named = await publish('named', 'https://figures.example')
    expect(imageOf(named('kpis/ot-waiting/index.html').toString())).toBe(
      'https://figures.example/pictures/edition-5/ot-waiting.png',
    )
    expect(imageOf(named('plan/index.html').toString())).toBe(
      'https://figures.example/pictures/pages-of-edition-5/plan.png',
    )
    expect(imageOf(named('briefing/ot-waiting/index.html').toString())).toBe(
      'https://figures.example/pictures/edition-5/ot-waiting.png',
    )
    for (const file of ['edition-5/ot-waiting', 'pages-of-edition-5/plan']) {
      expect(named(`pictures/${file}.png`).readUInt32BE(16)).toBe(1200)
    }
    const unnamed = await publish('unnamed')
    expect(imageOf(unnamed('kpis/ot-waiting/index.html').toString())).toBeUndefined()
    expect(() => unnamed('pictures/edition-5/ot-waiting.png')).toThrow('ENOENT')
  })
})

describe('what is drawn beside a link', () => {
  const asked: string[] = []
  const asPublic: AskReply = async (path) => {
    asked.push(path)
    const { statusCode, body } = await app.inject({ url: apiBase + path })
    return { status: statusCode, body }
  }
  const wordsOf = (svg: string | null) => svg?.replaceAll(/<(title|desc)>.*?<\/\1>|<[^>]*>/gs, ' ') ?? ''

  it('says what it finds, of which edition, how it is marked, and that it is invented', async () => {
    const words = wordsOf(await drawLinkPicture({ kpi: 'ot-waiting', edition: 5 }, asPublic))
    for (const said of ['Waiting for', 'Edition 5,', 'Illustrative data', 'OFFICIAL', 'Source:']) {
      expect(words).toContain(said)
    }
  })

  it('is asked for as the panel sees it alone, and is one of categories where there is no whole', async () => {
    asked.length = 0
    const svg = await drawLinkPicture({ kpi: 'sg-location', edition: 5 }, asPublic)
    expect(wordsOf(svg)).toContain('Edition 5,')
    expect(asked.filter((path) => path.includes('audience=') && !path.includes('protected'))).toEqual([])
    expect(asked.length).toBeGreaterThan(3)
  })

  it('is what a page opens with, under what the page finds', async () => {
    asked.length = 0
    for (const [page, found] of [
      ['overview', 'need attention'],
      ['plan', 'milestones'],
      ['emerging', 'tested series'],
      ['safeguarding', 'Safeguarding themes'],
      ['changes', 'Since August 2025,'],
    ] as const) {
      const words = wordsOf(await drawLinkPicture({ page, edition: 5 }, asPublic))
      for (const said of [found, 'Edition 5,', 'Illustrative data', 'OFFICIAL']) expect(words).toContain(said)
    }
    expect(asked.filter((path) => path.includes('audience=') && !path.includes('protected'))).toEqual([])
    expect(await drawLinkPicture({ page: 'changes', edition: 1 }, asPublic)).toBeNull()
  })

  it('is nothing of a measure or an edition that there is not', async () => {
    expect(await drawLinkPicture({ kpi: 'no-such', edition: 5 }, asPublic)).toBeNull()
    expect(await drawLinkPicture({ kpi: 'ot-waiting', edition: 99 }, asPublic)).toBeNull()
  })
})
