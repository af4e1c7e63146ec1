import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { writeReadings } from '../../server/static/first-readings.ts'
import { aFigure } from '../support/a-figure.ts'
import { aDatabase } from './support/a-database.ts'
import { aDefinition, aPublication } from './support/a-publication.ts'

const assets = mkdtempSync(join(tmpdir(), 'dashboard-assets-'))
const page = '<!doctype html><head><title>Governance dashboard</title></head>'
const script = 'console.log("app")\n'.repeat(200)
let app: Application
let database: Database

beforeAll(async () => {
  mkdirSync(join(assets, 'assets'))
  writeFileSync(join(assets, 'index.html'), page)
  writeFileSync(join(assets, 'favicon.svg'), '<svg/>')
  writeFileSync(join(assets, 'assets', 'app-1a2b3c.js'), script)
  writeFileSync(join(assets, 'assets', 'app-1a2b3c.js.br'), brotliCompressSync(script))
  writeFileSync(join(assets, 'assets', 'app-1a2b3c.js.gz'), gzipSync(script))
  database = await aDatabase()
  await publishEdition(database, aPublication({ kpis: [aDefinition()], figures: [aFigure()] }))
  app = await buildApplication({
    database,
    auth: 'none',
    assets,
    allowedOrigins: ['https://app.example'],
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
  rmSync(assets, { recursive: true })
})

const element = /<script type="application\/json" id="first-readings">(.*)<\/script>/
const withoutReadings = (html: string) => html.replace(element, '')
const readingsIn = (html: string): Record<string, unknown> => JSON.parse(element.exec(html)?.[1] ?? '{}')

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

describe('the app', () => {
  it('is at its addresses, and kept by nobody', async () => {
    for (const url of ['/', '/kpis/ot-waiting', '/definitions?edition=1&audience=protected']) {
      const reply = await get(url)
      expect([url, reply.statusCode, withoutReadings(reply.body)]).toEqual([url, 200, page])
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
      expect(reply.headers['cache-control']).toBe('no-store')
    }
  })

  it('carries what it will ask for first, as the API gives it', async () => {
    const readings = readingsIn((await get('/')).body)
    const [session, editions] = await Promise.all([get('/api/v1/session'), get('/api/v1/editions')])
    expect(readings['/session']).toEqual(session.json())
    expect(readings['/editions']).toEqual(editions.json())
    const overview = await get('/api/v1/overview?edition=1&audience=protected')
    expect(readings['/overview?edition=1&audience=protected']).toEqual(overview.json())
  })

  it('carries no exact figure to whoever may not ask for it, whatever the address says', async () => {
    const readings = readingsIn((await get('/?edition=1&audience=exact')).body)
    expect(Object.keys(readings).sort()).toEqual(['/editions', '/organisation', '/session'])
  })

  it('lets no text in its data end the element that holds it', () => {
    const written = writeReadings(page, { '/organisation': { name: '</script><script>alert(1)' } })
    expect(written.match(/<\/script>/g)).toHaveLength(1)
    expect(readingsIn(written)).toEqual({ '/organisation': { name: '</script><script>alert(1)' } })
  })

  it('answers with its page and status 404 where it has no page', async () => {
    const reply = await get('/nothing-here')
    expect([reply.statusCode, withoutReadings(reply.body)]).toEqual([404, page])
    expect(reply.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('keeps hashed assets for ever and other files not', async () => {
    const asset = await get('/assets/app-1a2b3c.js')
    expect([asset.statusCode, asset.headers['cache-control']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ])
    expect((await get('/favicon.svg')).headers['cache-control']).toBe('no-cache')
  })

  it('sends the compressed file that lies beside an asset', async () => {
    const brotli = await get('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip, br' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotli.headers['content-type']).toContain('javascript')
    expect(brotli.rawPayload).toEqual(brotliCompressSync(script))
    const gzip = await get('/assets/app-1a2b3c.js', { 'accept-encoding': 'gzip' })
    expect(gzip.headers['content-encoding']).toBe('gzip')
  })

  it('is served anew when it was built anew meanwhile', async () => {
    writeFileSync(join(assets, 'assets', 'app-4d5e6f.js'), script)
    expect((await get('/assets/app-4d5e6f.js')).statusCode).toBe(200)
  })

  it('is not sent in place of a file that does not exist', async () => {
    const reply = await get('/assets/app-old.js')
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ])
  })

  it('reaches no file outside its folder', async () => {
    const reply = await get('/assets/..%2f..%2fpackage.json')
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
  })
})

describe('headers', () => {
  it('let the page run its own scripts only, and nobody frame it', async () => {
    const { headers } = await get('/')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  it('let the origins that are allowed read the API, and no other', async () => {
    const allowed = await get('/api/v1/editions', { origin: 'https://app.example' })
    expect(allowed.headers['access-control-allow-origin']).toBe('https://app.example')
    const other = await get('/api/v1/editions', { origin: 'https://other.example' })
    expect(other.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('keep apart, in every cache on the way, what was sent to another origin', async () => {
    const pinned = '/api/v1/overview?edition=1&audience=protected'
    const fresh = await get(pinned)
    for (const url of [pinned, '/api/v1/editions', '/api/openapi.json', '/']) {
      const first = await get(url)
      const known = await get(url, { 'if-none-match': String(first.headers.etag) })
      const named = await get(url, { origin: 'https://app.example' })
      for (const { headers } of [fresh, first, known, named]) {
        expect(String(headers.vary).toLowerCase().split(/, */)).toContain('origin')
      }
    }
  })

  it('answer nothing in plain text to whoever asks what another origin may do', async () => {
    for (const headers of [{}, { origin: 'https://other.example' }, { origin: 'https://app.example' }]) {
      const reply = await app.inject({ method: 'OPTIONS', url: '/api/v1/editions', headers })
      expect([reply.statusCode, reply.body]).toEqual([204, ''])
    }
  })
})
