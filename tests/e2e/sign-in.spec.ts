import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { FastifyRequest } from 'fastify'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import type { RolesFile } from '../../server/sign-in/roles-file.ts'
import { aProvider, aServiceBehind, client, type TestProvider } from '../server/support/a-provider.ts'
import { openDemonstration } from '../support/an-engine.ts'
import { expect, test } from '../support/browser-test.ts'

/** The council's own sign-in service, a real program, and the product behind it: as a browser goes through both. */
const minute = 60_000
// one provider and one service for all
test.describe.configure({ mode: 'default' })
let provider: TestProvider
let app: Application
let database: Database
let origin = ''
let passed = 0
/** done while somebody is on the way back from the sign-in service */
let onTheWay: ((request: FastifyRequest) => unknown) | null = null

test.beforeAll(async () => {
  database = await openDemonstration()
  provider = await aProvider(() => origin)
  const roles: RolesFile = {
    claim: 'groups',
    scope: 'openid profile',
    roles: [
      { group: 'leads', access: { role: 'service-lead', services: ['Assessment and reviews'] } },
      { group: 'directors', access: { role: 'director', services: null } },
    ],
  }
  app = await aServiceBehind(provider, roles, {
    database,
    assets: resolve('dist'),
    // so that the end that nothing puts off comes first
    idleMinutes: 600,
    now: () => new Date(Date.now() + passed),
  })
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/api/v1/session/callback')) await onTheWay?.(request)
  })
  origin = new URL(await app.listen({ host: '127.0.0.1', port: 0 })).origin
})
test.afterAll(async () => {
  await app.close()
  await provider.close()
  await database.close()
})
test.beforeEach(() => {
  passed = 0
  onTheWay = null
  provider.alter = null
  provider.isDown = false
  provider.person = { id: 'a-1', claims: { name: 'A. Officer', groups: ['leads'] } }
})

const bar = (page: Page) => page.getByRole('region', { name: 'This edition' })

async function signIn(page: Page, path: string) {
  await page.goto(origin + path)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(bar(page)).toContainText('A. Officer')
}

test('an officer signs in where they are, reads their own service exactly, and signs out everywhere', async ({
  page,
  context,
}) => {
  await signIn(page, '/kpis/care-act-waiting')
  await expect(page).toHaveURL(/\/kpis\/care-act-waiting\?.*audience=exact/)
  await expect(bar(page)).toContainText('A. Officer, service lead, Assessment and reviews')
  await page.goto(`${origin}/kpis/sg-concerns`)
  await expect(page.getByText('This measure is of another service')).toBeVisible()

  // by a link in a letter, too
  await page.goto(`${provider.issuer}/.well-known/openid-configuration`)
  await page.evaluate((there) => location.assign(there), `${origin}/definitions`)
  await expect(bar(page)).toContainText('A. Officer')

  const tab = await context.newPage()
  await tab.goto(`${origin}/definitions`)
  await expect(bar(tab)).toContainText('A. Officer')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL((url) => url.origin === provider.issuer)
  await tab.getByRole('link', { name: 'Data quality' }).click()
  await expect(tab.getByText('You are signed out. What you have typed is kept')).toBeVisible()
  await expect(tab.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(tab).toHaveURL(/audience=protected/)
})

test('whoever is not signed in is told why, with a way on', async ({ page, context }) => {
  const seconds = () => Math.floor(Date.now() / 1000)
  const officer = { name: 'A. Officer', groups: ['directors'] }
  const told = async (words: string) => {
    await page.goto(`${origin}/api/v1/session/sign-in`)
    await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible()
    await expect(page.getByRole('paragraph').first()).toContainText(words)
  }
  const toldOfToken = async (changes: object) => {
    provider.alter = (made) => ({ ...made, ...changes })
    await told('(OAUTH_')
    provider.alter = null
  }
  const toldOfWay = async (words: string, done: (request: FastifyRequest) => unknown) => {
    onTheWay = done
    await told(words)
    onTheWay = null
  }

  // what the sign-in service says of the person
  provider.person = { id: 'a-2', claims: { groups: ['everybody'] } }
  await told('none of your groups has a role in this dashboard')
  provider.person = { id: 'a-2', claims: { _claim_names: { groups: 'elsewhere' } } }
  await told('You are in more groups than the sign-in service tells')
  provider.person = null
  await context.clearCookies()
  await told('broken off')

  // what it says of the visit: for another program, over, of another service, and by a clock that is too far ahead
  provider.person = { id: 'a-4', claims: officer }
  await toldOfToken({ aud: 'another-program' })
  await toldOfToken({ exp: seconds() - 660 })
  await toldOfToken({ iss: 'https://other.example' })
  await toldOfToken({ nbf: seconds() + 90 })

  // what happens on the way back
  await toldOfWay('too long', () => {
    passed = 16 * minute
  })
  passed = 0
  await toldOfWay('(OAUTH_', ({ raw }) => {
    raw.url = raw.url?.replace(/iss=[^&]*/, `iss=${encodeURIComponent('https://other.example')}`)
  })
  await toldOfWay('taken back', async ({ url }) => {
    await provider.revoke(new URL(url, origin).searchParams.get('code') ?? '')
  })
  await toldOfWay('does not answer', () => {
    provider.isDown = true
  })

  // the panel's pages are there meanwhile, and once it answers, one press is enough
  await page.getByRole('link', { name: 'Go on as the panel' }).click()
  await expect(bar(page)).toContainText('Viewing as: panel')
  provider.isDown = false
  await context.addCookies([{ name: 'session', value: 'p'.repeat(43), url: origin }])
  let back = ''
  onTheWay = ({ url }) => {
    back = url
  }
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(bar(page)).toContainText('A. Officer')
  // not under a secret that somebody had planted, and not a second time by the same way back
  expect((await context.cookies(origin)).find(({ name }) => name === 'session')?.value).not.toContain('ppp')
  await page.goto(origin + back)
  await expect(page.getByRole('heading', { name: 'This sign-in did not go through' })).toBeVisible()
  await expect(page.getByRole('paragraph').first()).toContainText(
    /has been used already.* You are still signed in as before/,
  )
})

test('a person with several roles chooses one, and is signed out where they sit when the sign-in service says so', async ({
  page,
}) => {
  provider.person = { id: 'a-5', claims: { name: 'A. Officer', groups: ['leads', 'directors'] } }
  await page.clock.install()
  await signIn(page, '/kpis/sg-concerns')
  const roles = bar(page).getByRole('combobox', { name: 'Viewing as' })
  await expect(roles.getByRole('option')).toHaveText(['service lead', 'director'])
  await expect(page.getByText('This measure is of another service')).toBeVisible()
  await roles.selectOption('director')
  await expect(page.getByText('This measure is of another service')).toBeHidden()
  await expect(page).toHaveURL(/audience=exact/)

  const now = Math.floor(Date.now() / 1000)
  const token = await provider.sign({
    iss: provider.issuer,
    aud: client.id,
    sub: 'a-5',
    jti: 'once',
    iat: now,
    exp: now + 120,
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
  })
  const heard = await fetch(`${origin}/api/v1/session/signed-out`, {
    method: 'POST',
    body: new URLSearchParams({ logout_token: token }),
  })
  expect(heard.status).toBe(200)
  // nobody touches the page
  await page.clock.fastForward(61_000)
  await expect(page.getByText('You are signed out. What you have typed is kept')).toBeVisible()
  await expect(page).toHaveURL(/audience=protected/)
  await expect(bar(page)).toContainText('Viewing as: panel')
})

test('a session that ends is told in time, and nothing typed is lost', async ({ page }) => {
  await signIn(page, '/actions')
  passed = 597 * minute
  await page.goto(`${origin}/actions?log=live&new=care-act-waiting`)
  await expect(page.getByRole('alert').filter({ hasText: 'You will be signed out at' })).toBeVisible()
  const text = page.getByLabel('What is asked for')
  await text.fill('Ask for a second clinic')
  passed = 601 * minute
  await page.reload()
  await expect(bar(page)).toContainText('Viewing as: panel')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(text).toHaveValue('Ask for a second clinic')
})

test('a page of another site changes nothing, by whatever method and type', async ({ page }) => {
  provider.person = { id: 'a-3', claims: { name: 'A. Officer', groups: ['directors'] } }
  await signIn(page, '/definitions')
  const ofOthers = () => app.inject({ url: '/api/v1/actions', headers: { host: '127.0.0.1' } })
  const before = (await ofOthers()).body
  await page.goto(`${provider.issuer}/.well-known/openid-configuration`)
  const statuses = await page.evaluate(async (api) => {
    const answers: string[] = []
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const type of [
        'application/json',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        '',
      ]) {
        for (const path of [
          '/session',
          '/actions',
          '/actions/A01',
          '/commentary',
          '/packs',
          '/loads',
          '/loads/none/publish',
        ]) {
          for (const mode of ['no-cors', 'cors'] as const) {
            const answer = await fetch(api + path, {
              method,
              mode,
              credentials: 'include',
              headers: type ? { 'content-type': type } : {},
              body: '{"role":"director"}',
            }).then(
              ({ type: kind, status }) => `${kind} ${status}`,
              () => 'refused',
            )
            answers.push(answer)
          }
        }
      }
    }
    return [...new Set(answers)]
  }, `${origin}/api/v1`)
  // none is answered with anything that the page may look at
  expect(statuses).toEqual(['refused'])
  expect((await ofOthers()).body).toBe(before)

  // a form goes there itself, and shows what it is told
  for (const [path, type] of [
    ['/loads', 'multipart/form-data'],
    ['/actions', 'text/plain'],
    ['/packs', 'application/x-www-form-urlencoded'],
  ] as const) {
    await page.goto(`${provider.issuer}/.well-known/openid-configuration`)
    const [reply] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith(path)),
      page.evaluate(
        ([action, enctype]) => {
          const form = Object.assign(document.createElement('form'), { action, enctype, method: 'post' })
          document.body.append(form)
          form.submit()
        },
        [`${origin}/api/v1${path}`, type] as const,
      ),
    ])
    expect([path, reply.status()]).toEqual([path, 403])
    await page.waitForURL(`${origin}/api/v1${path}`)
  }
  await page.goto(`${origin}/definitions`)
  await expect(bar(page)).toContainText('A. Officer, director')
})
