import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Application } from '../../server/application.ts'
import type { Database } from '../../server/db/database.ts'
import type { Access } from '../../src/contract/session.ts'
import type { Planted } from '../server/support/planted.ts'
import { cookieOf, director, openTwoServices, ownService } from '../server/support/two-services.ts'
import { expect, test } from '../support/browser-test.ts'
import { openEmptyInMemory } from '../support/demonstration-image.ts'

/** Figures and texts of another service, looked for in what is shown, found and kept where somebody sits. */
const lead: Access = { role: 'service-lead', services: [ownService] }
let database: Database
let app: Application
let planted: Planted
let origin = ''

test.beforeAll(async () => {
  database = await openEmptyInMemory()
  const opened = await openTwoServices(database, resolve('dist'))
  app = opened.app
  planted = opened.planted
  origin = new URL(await app.listen({ host: '127.0.0.1', port: 0 })).origin
})
test.afterAll(async () => {
  await app.close()
  await database.close()
})

/** Pages, and words of each that stand there once its figures do, for either reader. */
const opened: [path: string, words: string][] = [
  ['/kpis/home-reviews', 'Source: Case system'],
  ['/plan', 'Second OT clinic open'],
  ['/actions?log=live', 'Own live'],
]

/** What stands on the pages that somebody opens, and in what is found there by what every planted word begins with. */
async function look(page: Page, access: Access): Promise<string[]> {
  const [name = '', value = ''] = (await cookieOf(database.queries, access)).split('=')
  await page.context().addCookies([{ name, value, url: origin }])
  let seen = ''
  for (const [path, words] of opened) {
    await page.goto(origin + path)
    const main = page.getByRole('main')
    await expect(main).toContainText(words)
    await expect(main).not.toContainText('Loading')
    await page.keyboard.press('/')
    const find = page.getByRole('combobox', { name: /measure, milestone, action/ })
    // of the last of the three lists that are looked through
    await find.fill('Own action')
    await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Own')
    await find.fill('zq')
    seen += await page.content()
    await page.keyboard.press('Escape')
  }
  return planted.foundIn(seen)
}

/** Everything that a page may leave on a device. */
const kept = async (page: Page) =>
  await page.evaluate(async () => {
    const stores = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }))
    const databases = (await indexedDB.databases()).map(({ name }) => name)
    return { said: [...stores, document.cookie, JSON.stringify(history.state)].join(), databases }
  })

test('a browser shows them to whoever may read them and keeps none, nor shows one to the next who sits there', async ({
  page,
}) => {
  expect((await look(page, director)).length).toBeGreaterThan(50)
  for (const access of [director, lead]) {
    if (access === lead) expect(await look(page, lead)).toEqual([])
    const { said, databases } = await kept(page)
    expect([planted.foundIn(said), databases]).toEqual([[], []])
    // no page is a secure place for a cache of replies unless it is asked for one
    expect(await page.evaluate(async () => await caches.keys())).toEqual([])
  }
})
