import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import { publishEdition } from '../../server/db/publish.ts'
import { sessionTable } from '../../server/db/schema/sessions.ts'
import { readRolesFile } from '../../server/sign-in/roles-file.ts'
import { AuditReply } from '../../src/contract/audit.ts'
import { Session } from '../../src/contract/session.ts'
import { OpenSessionsReply } from '../../src/contract/sessions.ts'
import { aFigure } from '../support/a-figure.ts'
import { aBrowser, type TestBrowser } from './support/a-browser.ts'
import { aDatabase } from './support/a-database.ts'
import { aProvider, aServiceBehind, client, type TestProvider } from './support/a-provider.ts'
import { aDefinition, aPublication } from './support/a-publication.ts'

const folder = mkdtempSync(join(tmpdir(), 'dashboard-sign-in-'))
const minute = 60_000
const hour = 60 * minute
let database: Database
let app: Application
let origin = ''
let provider: TestProvider
let passed = 0

beforeAll(async () => {
  database = await aDatabase()
  await publishEdition(database, aPublication({ kpis: [aDefinition()], figures: [aFigure()] }))
  provider = await aProvider(() => origin)
  const file = join(folder, 'roles.json')
  const roles = [
    { group: 'directors', role: 'director' },
    { group: 'figures', role: 'analyst' },
    { group: 'ot', role: 'service-lead', services: ['Occupational therapy'] },
    { group: 'homes', role: 'service-lead', services: ['Care homes'] },
  ]
  writeFileSync(file, JSON.stringify({ roles }))
  app = await aService(file)
  origin = new URL(await app.listen({ host: '127.0.0.1', port: 0 })).origin
})
afterAll(async () => {
  await app.close()
  await provider.close()
  await database.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  passed = 0
  provider.person = { id: 'a-1', claims: { name: 'A. Officer', groups: ['directors', 'everybody'] } }
  provider.alter = null
  provider.isDown = false
})

async function aService(file: string): Promise<Application> {
  return await aServiceBehind(provider, readRolesFile(file), {
    database,
    now: () => new Date(Date.now() + passed),
  })
}

const api = (path: string) => `${origin}/api/v1${path}`
const signInAt = () => api('/session/sign-in')
const isBack = (url: string) => url.startsWith(api('/session/callback'))

async function sessionOf(browser: TestBrowser): Promise<Session> {
  return Session.parse(await (await browser.ask(api('/session'))).json())
}

async function signedIn(): Promise<TestBrowser> {
  const browser = aBrowser()
  await browser.visit(signInAt())
  expect((await sessionOf(browser)).role).not.toBe('public')
  return browser
}

/** Tries to sign in, and says what the page that comes instead says. */
async function refused(browser = aBrowser(), from = signInAt()) {
  const { response } = await browser.visit(from)
  const page = await response.text()
  expect((await sessionOf(browser)).role).toBe('public')
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(response.headers.get('x-frame-options')).toBe('DENY')
  return { status: response.status, page }
}

describe('whoever signs in by the sign-in service', () => {
  it('comes back to the page that they left, as themselves, and reads exact figures', async () => {
    const browser = aBrowser()
    expect(await sessionOf(browser)).toMatchObject({ role: 'public', canSignIn: true, can: [] })
    expect((await browser.ask(api('/kpis?audience=exact'))).status).toBe(403)
    const returnTo = encodeURIComponent('/kpis/ot-waiting?edition=1&audience=protected')
    const { url } = await browser.visit(`${signInAt()}?returnTo=${returnTo}`)
    expect(url).toBe(`${origin}/kpis/ot-waiting?edition=1`)
    const session = await sessionOf(browser)
    expect(session).toMatchObject({
      role: 'director',
      person: 'A. Officer',
      audience: 'exact',
      roles: ['director'],
    })
    expect(session.can).not.toContain('choose-role')
    const kpis = await browser.ask(api('/kpis?audience=exact'))
    expect([kpis.status, kpis.headers.get('cache-control')]).toEqual([200, 'no-store'])
  })

  it('is sent by code with a proof, a state and a nonce, each of them new', async () => {
    const sent = async () => {
      const response = await aBrowser().ask(signInAt())
      expect(response.headers.get('set-cookie')).toMatch(/^sign-in=[\w-]{43}; .*HttpOnly; SameSite=Lax$/)
      return new URL(response.headers.get('location') ?? '').searchParams
    }
    const [one, other] = [await sent(), await sent()]
    expect(Object.fromEntries(one)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: api('/session/callback'),
    })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.get(name)).toMatch(/^[\w-]{43}$/)
      expect(one.get(name)).not.toBe(other.get(name))
    }
  })

  it.each([
    '//attacker.example/',
    '/\\attacker.example',
    'https://attacker.example',
    '/api/v1/session',
    'javascript:x',
  ])('is sent to no other place: %s', async (place) => {
    const browser = aBrowser()
    const { url } = await browser.visit(`${signInAt()}?returnTo=${encodeURIComponent(place)}`)
    expect(url).toBe(`${origin}/`)
  })

  it('chooses among several roles, each time under a new secret, and takes no other', async () => {
    provider.person = { id: 'a-2', claims: { groups: ['homes', 'figures', 'ot'] } }
    const browser = await signedIn()
    const before = browser.cookies.get(origin)?.get('session')
    const session = await sessionOf(browser)
    expect([session.role, session.roles]).toEqual(['analyst', ['analyst', 'service-lead']])
    const choose = async (role: string) =>
      await browser.ask(api('/session'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ role }),
      })
    expect((await choose('service-lead')).status).toBe(200)
    expect(await sessionOf(browser)).toMatchObject({
      role: 'service-lead',
      services: ['Occupational therapy', 'Care homes'],
    })
    const after = browser.cookies.get(origin)?.get('session')
    expect(after).not.toBe(before)
    const old = await fetch(api('/session'), { headers: { cookie: `session=${before}` } })
    expect(await old.json()).toMatchObject({ role: 'public' })
    const no = await choose('director')
    expect([no.status, (await no.json()).detail]).toEqual([403, expect.stringContaining('analyst')])
  })

  it('has the services of all their groups', async () => {
    provider.person = { id: 'a-3', claims: { groups: ['homes', 'ot'] } }
    expect((await sessionOf(await signedIn())).services).toEqual(['Occupational therapy', 'Care homes'])
  })

  it('is the same person at every instance, which share one database', async () => {
    const browser = await signedIn()
    const other = await aService(join(folder, 'roles.json'))
    const cookie = `session=${browser.cookies.get(origin)?.get('session')}`
    const reply = await other.inject({ url: '/api/v1/session', headers: { cookie } })
    expect(reply.json()).toMatchObject({ role: 'director' })
    await other.close()
  })
})

describe('nobody is signed in', () => {
  it.each([
    ['for somebody else', { aud: 'another-client' }],
    ['by somebody else', { iss: 'https://other.example' }],
    ['for another sign-in', { nonce: 'of-another-sign-in' }],
    ['long ago', { iat: 1_700_000_000, exp: 1_700_003_600 }],
    ['until eleven minutes ago', { exp: Math.floor(Date.now() / 1000) - 660 }],
    ['for later', { nbf: Math.floor(Date.now() / 1000) + 660 }],
  ])('by a token that was made %s', async (_, claims) => {
    provider.alter = (made) => ({ ...made, ...claims })
    const { status, page } = await refused()
    expect([status, page]).toEqual([403, expect.stringContaining('OAUTH_')])
  })

  it('by a token whose signature is not the provider’s', async () => {
    const { sign } = provider
    provider.alter = (made) => made
    provider.sign = async (claims) => `${(await sign(claims)).slice(0, -8)}AAAAAAAA`
    expect((await refused()).status).toBe(403)
    provider.sign = sign
  })

  it('where both clocks differ by more than a minute; half a minute keeps nobody out', async () => {
    const ahead = (seconds: number) => (made: object) => {
      const now = Math.floor(Date.now() / 1000) + seconds
      return { ...made, iat: now, nbf: now, exp: now + 600 }
    }
    provider.alter = ahead(30)
    await signedIn()
    provider.alter = ahead(90)
    expect((await refused()).status).toBe(403)
  })

  it('twice by the same way back, nor in another browser', async () => {
    const browser = aBrowser()
    const { url } = await browser.visit(signInAt(), isBack)
    expect((await refused(aBrowser(), url)).page).toContain('another browser')
    await browser.visit(url)
    expect((await sessionOf(browser)).role).toBe('director')
    const again = await (await browser.visit(url)).response.text()
    expect(again).toContain('has been used already')
    expect([again.includes('You are still signed in'), again.includes('You are not')]).toEqual([true, false])
    expect((await sessionOf(browser)).role).toBe('director')
  })

  it('by a way back that names another state or another issuer', async () => {
    for (const [name, value] of [
      ['state', 'x'],
      ['iss', 'https://other.example'],
    ] as const) {
      const browser = aBrowser()
      const back = new URL((await browser.visit(signInAt(), isBack)).url)
      back.searchParams.set(name, value)
      expect((await refused(browser, back.href)).status).toBe(403)
    }
  })

  it('after a quarter of an hour on the way', async () => {
    const browser = aBrowser()
    const { url } = await browser.visit(signInAt(), isBack)
    passed = 16 * minute
    expect((await refused(browser, url)).page).toContain('took too long')
  })

  it('by what the provider has taken back meanwhile, nor who broke it off there', async () => {
    const browser = aBrowser()
    const { url } = await browser.visit(signInAt(), isBack)
    await provider.revoke(new URL(url).searchParams.get('code') ?? '')
    expect((await refused(browser, url)).page).toContain('taken back')
    provider.person = null
    expect((await refused()).page).toContain('broken off')
  })

  it.each([
    ['no group', {}, 'none of your groups'],
    ['no group that has a role', { groups: ['everybody'] }, 'none of your groups'],
    ['more groups than are told', { _claim_names: { groups: 'src1' } }, 'more groups than'],
    ['more groups than are told otherwise', { hasgroups: true, groups: ['directors'] }, 'more groups than'],
  ])('who is in %s, and is told what to do', async (_, claims, words) => {
    provider.person = { id: 'a-4', claims }
    const { status, page } = await refused()
    expect([status, page]).toEqual([403, expect.stringContaining(words)])
  })

  it('while the provider is down: readers are served, and it is said', async () => {
    const other = await aServiceBehind(provider, readRolesFile(join(folder, 'roles.json')), { database })
    provider.isDown = true
    const host = '127.0.0.1'
    const down = await other.inject({ url: '/api/v1/session/sign-in', headers: { host } })
    expect([down.statusCode, down.body]).toEqual([503, expect.stringContaining('does not answer')])
    expect((await other.inject({ url: '/api/v1/kpis', headers: { host } })).statusCode).toBe(200)
    // and it is asked anew once it is back
    provider.isDown = false
    expect((await other.inject({ url: '/api/v1/session/sign-in', headers: { host } })).statusCode).toBe(303)
    await other.close()
  })

  it('without TLS from another machine', async () => {
    const far = await aServiceBehind(provider, readRolesFile(join(folder, 'roles.json')), {
      database,
      allowedHosts: ['figures.example'],
      trustedProxies: ['127.0.0.1'],
    })
    const ask = async (proto: string) =>
      await far.inject({
        url: '/api/v1/session/sign-in',
        headers: { host: 'figures.example', 'x-forwarded-proto': proto },
      })
    expect([(await ask('http')).statusCode, (await ask('http')).body]).toEqual([
      403,
      expect.stringContaining('TLS'),
    ])
    const safe = await ask('https')
    expect([safe.statusCode, safe.headers['set-cookie']]).toEqual([
      303,
      expect.stringMatching(/^__Host-sign-in=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ])
    await far.close()
  })
})

describe('a session', () => {
  it('is nobody’s that a browser brought along', async () => {
    const browser = aBrowser()
    const planted = 'p'.repeat(43)
    browser.cookies.set(origin, new Map([['session', planted]]))
    await browser.visit(signInAt())
    expect(browser.cookies.get(origin)?.get('session')).not.toBe(planted)
    const other = await fetch(api('/session'), { headers: { cookie: `session=${planted}` } })
    expect(await other.json()).toMatchObject({ role: 'public' })
  })

  it('ends the one before it in the same browser', async () => {
    const browser = await signedIn()
    const before = browser.cookies.get(origin)?.get('session')
    await browser.visit(signInAt())
    const old = await fetch(api('/session'), { headers: { cookie: `session=${before}` } })
    expect(await old.json()).toMatchObject({ role: 'public' })
  })

  it('ends after an hour without a request, and is kept by one; to ask how long it lasts is none', async () => {
    const browser = await signedIn()
    const left = async () => (await sessionOf(browser)).endsIn
    expect(await left()).toEqual({ idle: expect.closeTo(3600, -1), last: expect.closeTo(36_000, -1) })
    passed = 50 * minute
    expect(await left()).toMatchObject({ idle: expect.closeTo(600, -1) })
    await browser.ask(api('/editions'))
    expect(await left()).toMatchObject({ idle: expect.closeTo(3600, -1) })
    passed = 100 * minute
    const stays = await browser.ask(api('/session'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: 'director' }),
    })
    expect(stays.status).toBe(200)
    passed = 159 * minute
    expect((await sessionOf(browser)).role).toBe('director')
    passed = 161 * minute
    expect(await sessionOf(browser)).toMatchObject({ role: 'public', canSignIn: true })
  })

  it('ends after ten hours, whatever is asked', async () => {
    const browser = await signedIn()
    for (passed = 0; passed < 10 * hour; passed += 50 * minute) await browser.ask(api('/editions'))
    passed = 10 * hour - minute
    expect((await sessionOf(browser)).role).toBe('director')
    passed = 10 * hour + minute
    expect((await sessionOf(browser)).role).toBe('public')
  })

  it('ends here and at the provider, and in every tab', async () => {
    const browser = await signedIn()
    const cookie = browser.cookies.get(origin)?.get('session')
    const out = Session.parse(
      await (
        await browser.ask(api('/session'), { method: 'DELETE', headers: { 'x-requested-with': 'x' } })
      ).json(),
    )
    expect(out.role).toBe('public')
    const there = new URL(out.signOutAt ?? '')
    expect([there.origin, there.searchParams.get('post_logout_redirect_uri')]).toEqual([
      provider.issuer,
      `${origin}/`,
    ])
    expect((await browser.ask(there.href)).status).toBe(200)
    const tab = await fetch(api('/kpis?audience=exact'), { headers: { cookie: `session=${cookie}` } })
    expect(tab.status).toBe(403)
  })

  it('ends where the provider says that its person has left', async () => {
    const browser = await signedIn()
    const here = await browser.visit(
      `${provider.issuer}/session/end?client_id=${client.id}&post_logout_redirect_uri=${encodeURIComponent(`${origin}/`)}`,
    )
    const form = await here.response.text()
    const secret = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? ''
    await browser.ask(`${provider.issuer}/session/end/confirm`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ xsrf: secret, logout: 'yes' }),
    })
    expect((await sessionOf(browser)).role).toBe('public')
  })

  it('is ended for a person by whoever may, at once and in the audit, and by nobody else', async () => {
    provider.person = { id: 'b-2', claims: { name: 'B. Lead', groups: ['ot'] } }
    const [lead, again] = [await signedIn(), await signedIn()]
    const send = async (browser: TestBrowser, who: string | null) =>
      await browser.ask(api('/sessions/end'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ who }),
      })
    expect((await send(lead, 'A. Officer')).status).toBe(403)
    provider.person = { id: 'a-1', claims: { name: 'A. Officer', groups: ['directors'] } }
    const director = await signedIn()
    const listed = async () =>
      OpenSessionsReply.parse(await (await director.ask(api('/sessions'))).json()).sessions
    const leads = (await listed()).filter(({ who }) => who === 'B. Lead')
    expect(leads).toMatchObject([{ role: 'service-lead' }, { role: 'service-lead' }])
    expect(await (await send(director, 'B. L')).json()).toEqual({ ended: 0 })
    expect(await (await send(director, leads[0]?.account ?? '')).json()).toEqual({ ended: 2 })
    expect([(await sessionOf(lead)).role, (await sessionOf(again)).role]).toEqual(['public', 'public'])
    expect((await listed()).map(({ who }) => who)).not.toContain('B. Lead')
    const audit = AuditReply.parse(await (await director.ask(api('/audit?limit=3'))).json())
    expect(audit.rows.map(({ who, deed }) => [who, deed])).toEqual([
      ['B. Lead', 'signed-out'],
      ['B. Lead', 'signed-out'],
      ['A. Officer', 'sessions-ended'],
    ])
    // everybody's, one's own among them
    expect(await (await send(director, null)).json()).toEqual({ ended: expect.any(Number) })
    expect((await sessionOf(director)).role).toBe('public')
  })

  const event = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  const now = () => Math.floor(Date.now() / 1000)
  const whole = () => ({
    iss: provider.issuer,
    aud: client.id,
    sub: 'a-1',
    jti: 'once',
    iat: now(),
    exp: now() + 120,
    events: event,
  })
  const tell = async (token: string) =>
    await fetch(api('/session/signed-out'), {
      method: 'POST',
      body: new URLSearchParams({ logout_token: token }),
    })

  it('ends for all sessions of a person, and for nobody else', async () => {
    const [one, two] = [await signedIn(), await signedIn()]
    provider.person = { id: 'b-1', claims: { groups: ['figures'] } }
    const another = await signedIn()
    expect((await tell(await provider.sign(whole()))).status).toBe(200)
    expect([
      (await sessionOf(one)).role,
      (await sessionOf(two)).role,
      (await sessionOf(another)).role,
    ]).toEqual(['public', 'public', 'analyst'])
  })

  it.each([
    ['for somebody else', { aud: 'another' }],
    ['by somebody else', { iss: 'https://other.example' }],
    ['long ago', { iat: now() - 4000, exp: now() - 3000 }],
    ['for a sign-in', { nonce: 'n' }],
    ['of another event', { events: {} }],
  ])('ends by no word that was said %s', async (_, changes) => {
    const browser = await signedIn()
    const { status, headers } = await tell(await provider.sign({ ...whole(), ...changes }))
    expect([status, headers.get('content-type')]).toEqual([400, expect.stringContaining('problem+json')])
    expect((await sessionOf(browser)).role).toBe('director')
  })

  it('ends by no word that is not the provider’s', async () => {
    const browser = await signedIn()
    const token = await provider.sign(whole())
    for (const said of [`${token.slice(0, -8)}AAAAAAAA`, 'x', `${token.split('.')[0]}..`]) {
      expect((await tell(said)).status).toBe(400)
    }
    expect((await sessionOf(browser)).role).toBe('director')
  })

  it('is kept without its secret, and without a name that the provider knows a person by', async () => {
    const browser = await signedIn()
    const secret = browser.cookies.get(origin)?.get('session') ?? ''
    const kept = JSON.stringify(await database.queries.select().from(sessionTable))
    expect(secret.length).toBe(43)
    for (const word of [secret, 'a-1', 'everybody']) expect(kept).not.toContain(word)
  })
})
