import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApplicationOptions, buildApplication } from '../../server/app.ts'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { Problem } from '../../src/contract/common.ts'
import { aFigure } from '../support/a-figure.ts'
import { aDatabase } from './support/a-database.ts'
import { aDefinition, aPublication } from './support/a-publication.ts'
import { multipart } from './support/multipart.ts'
import { addressOf, routesOf } from './support/routes-of.ts'

const assets = mkdtempSync(join(tmpdir(), 'dashboard-door-'))
const opened: Application[] = []
let database: Database
let app: Application

beforeAll(async () => {
  mkdirSync(join(assets, 'assets'))
  writeFileSync(join(assets, 'index.html'), '<!doctype html><head><title>App</title></head>')
  writeFileSync(join(assets, 'assets', 'app-1a2b3c.js'), 'console.log(1)')
  database = await aDatabase()
  await publishEdition(database, aPublication({ kpis: [aDefinition()], figures: [aFigure()] }))
  app = await aService()
})
afterAll(async () => {
  for (const one of opened) await one.close()
  await database.close()
  rmSync(assets, { recursive: true })
})

async function aService(options: Partial<ApplicationOptions> = {}): Promise<Application> {
  const made = await buildApplication({
    database,
    auth: 'demo',
    loadToken: 'key-of-the-loader',
    logLevel: 'silent',
    assets,
    ...options,
  })
  opened.push(made)
  return made
}

type Headers = Record<string, string>
const json = { 'content-type': 'application/json' }
const loopback = { host: '127.0.0.1:8080' }

async function signIn(service: Application, headers: Headers = {}): Promise<string> {
  const reply = await service.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers,
    payload: { role: 'analyst' },
  })
  const [cookie] = reply.cookies
  return `${cookie?.name}=${cookie?.value}`
}

function expectProblem(reply: { statusCode: number; headers: object; body: string }, status: number) {
  expect([reply.statusCode, reply.headers]).toEqual([
    status,
    expect.objectContaining({ 'content-type': 'application/problem+json; charset=utf-8' }),
  ])
  const problem = Problem.parse(JSON.parse(reply.body))
  expect([problem.status, problem.detail]).toEqual([status, expect.stringMatching(/^[A-Z].+[.!]$/)])
  return problem.detail ?? ''
}

describe('a body that is not what is taken', () => {
  it.each([
    ['/api/v1/session', 'null', 'The request cannot be read: a JSON object.'],
    ['/api/v1/packs', '{}', 'name is missing. Allowed: a text.'],
    ['/api/v1/packs', '{"name":7}', 'name cannot be "7". Allowed: a text.'],
    ['/api/v1/packs', '{"name":"A","edition":1,"items":"x"}', 'items cannot be "x". Allowed: a list.'],
    ['/api/v1/packs', '{"name":"A"}', 'items is missing. Allowed: a list.'],
  ])('is refused with what would be: %s %s', async (url, payload, detail) => {
    const cookie = await signIn(app)
    const reply = await app.inject({ method: 'POST', url, payload, headers: { ...json, cookie } })
    expect([reply.statusCode, Problem.parse(reply.json()).detail]).toEqual([400, detail])
  })
})

describe('the name that the service is asked by', () => {
  it.each(['localhost', 'LOCALHOST:8080', '127.0.0.1:8080', '127.8.8.8', '[::1]:8080', 'localhost.:80'])(
    'may be one of this machine: %s',
    async (host) => {
      expect((await app.inject({ url: '/api/v1/session', headers: { host } })).statusCode).toBe(200)
    },
  )

  it.each([
    'attacker.example:8080',
    'localhost.attacker.example',
    '127.0.0.1.attacker.example',
    'attacker.example/127.0.0.1',
    '10.0.0.1',
    'a b',
    '127.0.0.1@attacker.example',
    '127.0.0.1:8080:8080',
  ])('is no name that merely points here: "%s"', async (host) => {
    for (const url of ['/', '/api/v1/editions', '/healthz', '/api/docs', '/assets/app-1a2b3c.js']) {
      expectProblem(await app.inject({ url, headers: { host } }), 421)
    }
  })

  it('is asked for before a kept reply is given', async () => {
    const url = '/api/v1/overview?edition=1&audience=protected'
    await app.inject(url)
    expect((await app.inject(url)).statusCode).toBe(200)
    expectProblem(await app.inject({ url, headers: { host: 'attacker.example' } }), 421)
  })

  it('is one of those that the settings name, and any address where it listens at all of them', async () => {
    const service = await aService({ host: '0.0.0.0', auth: 'none', allowedHosts: ['Figures.example'] })
    const ask = async (host: string) =>
      (await service.inject({ url: '/healthz', headers: { host } })).statusCode
    expect(await ask('figures.example')).toBe(200)
    expect(await ask('figures.example:8443')).toBe(200)
    expect(await ask('10.1.2.3:8080')).toBe(200)
    expect(await ask('[fe80::1]')).toBe(200)
    expect(await ask('other.example')).toBe(421)
  })
})

describe('a request that changes something', () => {
  const action = {
    board: 'Board',
    action: 'Ask again',
    ownerRole: 'Service lead',
    due: '2099-01-01',
    link: 'ot-waiting',
  }
  const writes: [string, InjectOptions][] = [
    ['POST /session', { method: 'POST', url: '/api/v1/session', payload: { role: 'director' } }],
    ['DELETE /session', { method: 'DELETE', url: '/api/v1/session' }],
    ['POST /actions', { method: 'POST', url: '/api/v1/actions', payload: action }],
    ['PATCH /actions', { method: 'PATCH', url: '/api/v1/actions/A-001', payload: { note: 'said' } }],
    [
      'PUT /commentary',
      {
        method: 'PUT',
        url: '/api/v1/commentary',
        payload: { kpi: 'ot-waiting', period: '2025-08', text: 'x' },
      },
    ],
    ['POST /loads', { method: 'POST', url: '/api/v1/loads', ...multipart({ 'a.csv': 'x' }) }],
    ['publish', { method: 'POST', url: '/api/v1/loads/none/publish', payload: { label: 'Next' } }],
    ['nothing there', { method: 'POST', url: '/api/v1/nothing', payload: {} }],
    ['the page', { method: 'POST', url: '/', payload: {} }],
  ]
  const ask = async ([, asked]: [string, InjectOptions], headers: Headers) =>
    await app.inject({
      ...asked,
      headers: {
        cookie: await signIn(app),
        ...loopback,
        ...asked.headers,
        'x-requested-with': 'x',
        ...headers,
      },
    })

  const foreign: Headers[] = [
    { origin: 'https://attacker.example' },
    { origin: 'http://127.0.0.1:9999' },
    { origin: 'http://localhost:8080' },
    { origin: 'null' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
    { origin: 'nonsense' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'nonsense' },
    { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-site' },
  ]

  it.each(writes)('is refused to a page of another site: %s', async (...write) => {
    for (const headers of foreign) {
      expect(expectProblem(await ask(write, headers), 403)).toContain('another site')
    }
  })

  it.each(writes)('is heard from its own page, and from a program: %s', async (...write) => {
    for (const headers of [
      { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-origin' },
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
      { origin: 'http://127.0.0.1:8080' },
      {},
    ]) {
      const { body } = await ask(write, headers)
      expect(body).not.toContain('another site')
    }
  })

  it('is heard from an origin that the settings allow', async () => {
    const service = await aService({ allowedOrigins: ['https://app.example'] })
    const reply = await service.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' },
    })
    expect(reply.statusCode).toBe(200)
  })

  it('bears a mark that no form can send, where its body could come from one', async () => {
    const cookie = await signIn(app)
    const form = multipart({ 'a.csv': 'x' })
    const send = (headers: Headers) =>
      app.inject({ method: 'POST', url: '/api/v1/loads', ...form, headers: { ...form.headers, ...headers } })
    expect(expectProblem(await send({ cookie }), 403)).toContain('X-Requested-With')
    expect((await send({ cookie, 'x-requested-with': 'loader' })).statusCode).toBe(201)
    expect((await send({ authorization: 'Bearer key-of-the-loader' })).statusCode).toBe(201)
    const empty = await app.inject({ method: 'POST', url: '/api/v1/actions', headers: { cookie } })
    expectProblem(empty, 403)
    // a browser adds these by itself, behind a proxy that asks for a password or for Kerberos
    for (const authorization of [
      'Basic dTpw',
      'Negotiate YII=',
      'NTLM TlRM',
      'Digest username="u"',
      '',
      'Bearer',
    ]) {
      expect(expectProblem(await send({ cookie, authorization }), 403)).toContain('X-Requested-With')
    }
  })

  it('is refused to a page of another site that has a key, too', async () => {
    const authorization = 'Bearer key-of-the-loader'
    for (const write of writes) {
      for (const headers of foreign) {
        const reply = await ask(write, { ...headers, authorization })
        expect(expectProblem(reply, 403)).toContain('another site')
      }
    }
  })

  it('is refused at every route that there is, whatever another site can send', async () => {
    const cookie = await signIn(app)
    const changing = routesOf(app).filter(({ method }) => method !== 'GET')
    expect(changing.length).toBeGreaterThan(15)
    const types = ['multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', 'text/plain', '']
    for (const { method, path } of changing) {
      const url = addressOf(path)
      const said = async (headers: Headers, payload = '{"role":"director"}') => {
        const reply = await app.inject({
          ...{ method: method as 'POST', url, payload },
          headers: { cookie, ...loopback, ...headers },
        })
        return [method, path, reply.statusCode]
      }
      const fromAway = { ...json, origin: 'https://attacker.example' }
      expect(await said(fromAway)).toEqual([method, path, 403])
      // a form can send nothing but POST, and might come without an origin
      if (method !== 'POST') continue
      for (const type of types) {
        const [, , status] = await said(type ? { 'content-type': type } : {}, type ? undefined : '')
        expect([path, type, [403, 415].includes(Number(status))]).toEqual([path, type, true])
      }
    }
  })
})

describe('a proxy', () => {
  const forwarded = {
    host: '127.0.0.1:8080',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'figures.example',
    'x-forwarded-for': '203.0.113.7',
  }
  const behind = () => aService({ trustedProxies: ['127.0.0.1'], allowedHosts: ['figures.example'] })

  it('is believed where the settings name it: the cookie is for TLS alone, and TLS is asked for again', async () => {
    const service = await behind()
    const reply = await service.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { ...forwarded, origin: 'https://figures.example' },
      payload: { role: 'analyst' },
    })
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['set-cookie']).toMatch(
      /^__Host-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(reply.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    const cookie = String(reply.headers['set-cookie']).split(';')[0] ?? ''
    const session = await service.inject({ url: '/api/v1/session', headers: { ...forwarded, cookie } })
    expect(session.json()).toMatchObject({ role: 'analyst' })
    const page = await service.inject({ url: '/', headers: { ...forwarded, cookie } })
    expect(page.body).toContain('"role":"analyst"')
    const out = await service.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      headers: { ...forwarded, cookie },
    })
    expect(out.headers['set-cookie']).toMatch(/^__Host-session=;.*Secure/)
  })

  it('cannot have a cookie planted that TLS does not protect', async () => {
    const service = await behind()
    const cookie = await signIn(service, forwarded)
    const planted = cookie.replace('__Host-', '')
    const reply = await service.inject({ url: '/api/v1/session', headers: { ...forwarded, cookie: planted } })
    expect(reply.json()).toMatchObject({ role: 'public' })
  })

  it('lets no page without TLS write where the reader came by TLS', async () => {
    const service = await behind()
    const headers = { ...forwarded, origin: 'http://figures.example' }
    expectProblem(await service.inject({ method: 'DELETE', url: '/api/v1/session', headers }), 403)
  })

  it('is not believed where the settings do not name it', async () => {
    for (const trustedProxies of [[], ['192.0.2.0/24']]) {
      const service = await aService({ trustedProxies })
      const reply = await service.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: forwarded,
        payload: { role: 'analyst' },
      })
      expect(reply.headers['set-cookie']).toMatch(/^session=(?!.*Secure)/)
      expect(reply.headers['strict-transport-security']).toBeUndefined()
    }
  })
})

const expectedHeaders = {
  'content-security-policy': expect.stringMatching(/default-src '(self|none)'/),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
}

describe('headers that a browser is told to keep to', () => {
  const pinned = '/api/v1/overview?edition=1&audience=protected'

  it.each<[string, number, InjectOptions]>([
    ['a page', 200, { url: '/' }],
    ['a page that is none', 404, { url: '/nothing-here' }],
    ['a file', 200, { url: '/assets/app-1a2b3c.js' }],
    ['a file that is none', 404, { url: '/assets/old.js' }],
    ['a live reply', 200, { url: '/api/v1/session' }],
    ['a pinned reply', 200, { url: pinned }],
    ['a kept reply', 200, { url: pinned }],
    ['a kept reply to HEAD', 200, { method: 'HEAD', url: pinned }],
    ['a reply that the reader has', 304, { url: pinned, headers: { 'if-none-match': '*' } }],
    ['a refusal', 400, { url: '/api/v1/series' }],
    ['a bad address', 400, { url: '/api/v1/packs/%E0%A4%A' }],
    ['a name that is not ours', 421, { url: '/', headers: { host: 'attacker.example' } }],
    [
      'a write from elsewhere',
      403,
      { method: 'DELETE', url: '/api/v1/session', headers: { origin: 'null' } },
    ],
    ['a wrong method', 405, { method: 'PUT', url: '/api/v1/session', headers: json, payload: '{}' }],
    ['the document', 200, { url: '/api/openapi.json' }],
    ['the page about the API', 200, { url: '/api/docs' }],
    ['health', 200, { url: '/healthz' }],
    ['readiness', 200, { url: '/readyz' }],
  ])('stand on %s', async (_, status, asked) => {
    const reply = await app.inject(asked)
    expect([reply.statusCode, reply.headers]).toEqual([status, expect.objectContaining(expectedHeaders)])
    expect(reply.headers['content-security-policy']).not.toContain('unsafe')
  })

  it('stand on what is answered before there is a request', async () => {
    const service = await aService()
    const { port } = new URL(await service.listen({ host: '127.0.0.1', port: 0 }))
    for (const sent of ['rubbish\r\n\r\n', `GET / HTTP/1.1\r\nHost: localhost\r\nExpect: tea\r\n\r\n`]) {
      const head = await new Promise<string>((resolve) => {
        let got = ''
        const socket = connect(Number(port), '127.0.0.1')
        socket.on('data', (data) => {
          got += data
        })
        socket.on('close', () => resolve(got.toLowerCase()))
        socket.end(sent)
      })
      for (const name of Object.keys(expectedHeaders))
        expect([sent, head]).toEqual([sent, expect.stringContaining(`${name}: `)])
    }
  })
})
