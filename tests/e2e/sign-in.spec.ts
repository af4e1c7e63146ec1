import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import type { RolesFile } from '../../server/sign-in/roles-file.ts'
import { aProvider, aServiceBehind, type TestProvider } from '../server/support/a-provider.ts'
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
  origin = new URL(await app.listen({ host: '127.0.0.1', port: 0 })).origin
})
test.afterAll(async () => {
  await app.close()
  await provider.close()
  await database.close()
})
test.beforeEach(() => {
  passed = 0
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

test('whoever has no role is told so, with a way on', async ({ page }) => {
  provider.person = { id: 'a-2', claims: { groups: ['everybody'] } }
  await page.goto(`${origin}/`)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'You are not signed in' })).toBeVisible()
  await page.getByRole('link', { name: 'Go on as the panel' }).click()
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
