import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { drawPage } from '../../src/app/drawn/draw-page.tsx'
import { apiBase } from '../../src/contract/paths.ts'
import { openDemonstration } from '../support/an-engine.ts'

const scratch = mkdtempSync(join(tmpdir(), 'drawn-'))
const assets = join(scratch, 'dist')
let app: Application
let database: Database

/** Draws what it was asked for: enough to see what the service keeps, and for whom. */
const drawing = `
export const drawPage = async (address, ask) => {
  const paths = address.includes('exactly')
    ? ['/overview?edition=5&audience=exact']
    : address.includes('live') ? ['/actions/live?audience=protected'] : ['/session', '/editions', '/overview?edition=5&audience=protected']
  const replies = await Promise.all(paths.map(ask))
  if (replies.some(({ status }) => status !== 200)) return null
  globalThis.drawings = (globalThis.drawings ?? 0) + 1
  return { html: '<p style="width:10%">' + address.replaceAll('&', '&amp;') + '</p>' + 'words '.repeat(300), title: 'A "page"', description: 'd', readings: '"</script>"' }
}`
const drawings = () => Number(Reflect.get(globalThis, 'drawings') ?? 0)

beforeAll(async () => {
  mkdirSync(join(assets, '.vite'), { recursive: true })
  mkdirSync(join(scratch, 'dist-drawing'))
  mkdirSync(join(assets, 'assets'))
  writeFileSync(join(assets, 'assets', 'app.css'), 'a{color:red}\n')
  writeFileSync(join(assets, '.vite', 'manifest.json'), '{}')
  writeFileSync(
    join(assets, 'index.html'),
    '<!doctype html><html lang="en-GB"><head><meta name="description" content="x" /><title>x</title><script type="module" crossorigin src="/assets/app.js"></script><link rel="stylesheet" crossorigin href="/assets/app.css"></head><body><div id="root"></div><noscript>needs</noscript></body></html>',
  )
  writeFileSync(join(scratch, 'dist-drawing', 'draw-page.js'), drawing)
  database = await openDemonstration()
  app = await buildApplication({ database, auth: 'demo', assets })
})
afterAll(async () => {
  await app.close()
  await database.close()
  rmSync(scratch, { recursive: true })
})

const pinned = '/?edition=5&audience=protected'
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })
const isDrawn = (html: string) => html.includes('id="drawn-readings"')

async function cookieOf(role: string): Promise<string> {
  const reply = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { role } })
  return `${reply.cookies[0]?.name}=${reply.cookies[0]?.value}`
}

describe('a drawn page', () => {
  it('is drawn once, then sent from what is kept, and answered with 304 to whoever has it', async () => {
    const first = await get(pinned)
    const before = drawings()
    const second = await get(pinned, { 'accept-encoding': 'br' })
    expect(drawings()).toBe(before)
    expect([first.statusCode, isDrawn(first.body)]).toEqual([200, true])
    expect([second.statusCode, second.headers['content-encoding'], second.headers['cache-control']]).toEqual([
      200,
      'br',
      'no-cache',
    ])
    expect(second.headers.vary).toBe('Accept-Encoding, Cookie')
    const third = await get(pinned, { 'if-none-match': String(second.headers.etag), 'accept-encoding': 'br' })
    expect([third.statusCode, third.body]).toEqual([304, ''])
  })

  it('is drawn once however many ask for it at one time', async () => {
    const before = drawings()
    await Promise.all(Array.from({ length: 8 }, () => get(`${pinned}&sort=name`)))
    expect(drawings()).toBe(before + 1)
  })

  it('is drawn so often for one reader who makes up addresses, and by their own browser then', async () => {
    const limited = await buildApplication({ database, auth: 'none', assets, requestsAMinute: 60 })
    const ask = async (url: string, remoteAddress: string) =>
      (await limited.inject({ url, remoteAddress })).body
    const told = []
    for (let time = 0; time < 7; time++) told.push(isDrawn(await ask(`${pinned}&x=${time}`, '203.0.113.9')))
    expect(told).toEqual([true, true, true, true, false, false, false])
    // what is kept costs nothing, and others are drawn for as before
    expect(isDrawn(await ask(`${pinned}&x=1`, '203.0.113.9'))).toBe(true)
    expect(isDrawn(await ask(`${pinned}&x=5`, '203.0.113.10'))).toBe(true)
    await limited.close()
  })

  it('has its words in title and description, no code, and one style that its own policy names', async () => {
    const { body, headers } = await get(pinned)
    expect(body).toContain('<title>A &quot;page&quot;</title>')
    expect(body).toContain('<meta property="og:title" content="A &quot;page&quot;">')
    expect(body).not.toContain(' style=')
    expect(body).not.toContain('rel="stylesheet"')
    expect(body).toContain(
      '<style data-holds="/assets/app.css">a{color:red}\n[data-drawn="0"]{width:10%}</style>',
    )
    expect(headers['content-security-policy']).toMatch(/style-src 'self' 'sha256-[\w+/=]{44}';/)
    expect(headers['content-security-policy']).toContain("script-src 'self';")
    expect(body).toContain('"\\u003c/script>"')
    expect(body).not.toContain('noscript')
    expect(body).toContain('<script type="module" fetchpriority="low" crossorigin src="/assets/app.js">')
  })

  it('is nobody’s who has a session or a key: theirs is not drawn here, and not kept by anybody', async () => {
    await get(pinned)
    for (const headers of [
      { cookie: await cookieOf('director') },
      { cookie: 'session=long-gone' },
      { authorization: 'Bearer x' },
    ]) {
      const reply = await get(pinned, headers)
      expect([isDrawn(reply.body), reply.headers['cache-control']]).toEqual([false, 'no-store'])
    }
  })

  it('holds nothing that may change or that is exact: what asks for such is left to the browser', async () => {
    for (const url of [
      '/?exactly',
      '/?live',
      '/?edition=5&audience=exact',
      '/actions',
      '/pack',
      '/nowhere',
    ]) {
      expect([url, isDrawn((await get(url)).body)]).toEqual([url, false])
    }
    expect((await get('/nowhere')).statusCode).toBe(404)
  })

  it('is not sent any more once another build lies in its place', async () => {
    const page = join(assets, 'index.html')
    await get(pinned)
    await new Promise((resolve) => setTimeout(resolve, 300))
    writeFileSync(page, '<!doctype html><head><title>newer</title></head>')
    const reply = await get(pinned)
    expect([isDrawn(reply.body), reply.body.includes('newer')]).toEqual([false, true])
  })
})

describe('drawing', () => {
  const asPublic = async (path: string) => {
    const { statusCode, body } = await app.inject({ url: apiBase + path })
    return { status: statusCode, body }
  }
  const as = (cookie: string) => async (path: string) => {
    const { statusCode, body } = await app.inject({ url: apiBase + path, headers: { cookie } })
    return { status: statusCode, body }
  }
  /** What only officers may read of a measure: a figure that the panel has rounded or withheld. */
  const measure = '/kpis/sg-org-abuse'

  it('leaves nothing of one reader in the page of another, one after another and at one time', async () => {
    const officer = as(await cookieOf('director'))
    const exact = `/?edition=5&audience=exact`
    const [alone, officers] = [await drawPage(pinned, asPublic), await drawPage(exact, officer)]
    expect(officers?.readings).toContain('"audience":"exact"')
    expect(alone?.html).not.toBe(officers?.html)
    const together = await Promise.all(
      [0, 1, 2].flatMap(() => [drawPage(pinned, asPublic), drawPage(exact, officer)]),
    )
    for (const [index, page] of together.entries()) {
      expect(page).toEqual(index % 2 === 0 ? alone : officers)
    }
    expect(await drawPage(pinned, asPublic)).toEqual(alone)
    expect(alone?.html).toContain('panel')
    expect(alone?.html).not.toContain('Viewing as: director')
    expect(alone?.readings).not.toContain('"audience":"exact"')
  })

  it('draws an address that names no edition as the one that the app comes to write, with what it keeps', async () => {
    const [short, whole] = await Promise.all([
      drawPage('/?sort=name', asPublic),
      drawPage(`${pinned}&sort=name`, asPublic),
    ])
    expect(short?.html).toBe(whole?.html)
    expect(short?.readings).toContain(`"address":"${pinned}&sort=name","asked":"/?sort=name"`)
    expect(whole?.readings).not.toContain('"asked"')
    expect((await drawPage('/?edition=99', asPublic))?.readings).toContain('"address":"/?edition=99"')
  })

  it('draws nothing where something could not be read, and says nothing exact', async () => {
    expect(await drawPage('/?edition=5&audience=exact', asPublic)).toBeNull()
    expect(await drawPage(`${measure}?edition=5&audience=exact`, asPublic)).toBeNull()
  })
})
