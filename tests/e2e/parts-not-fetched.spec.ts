import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { settled } from '../support/settled.ts'

/**
 * The app comes in parts, and a part may not come: the network is away, the connection breaks off, or the service has
 * been given a newer build, which has it under another name.
 */

const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name })
const link = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true })
const alert = (page: Page) => page.getByRole('main').getByRole('alert')
const tryAgain = (page: Page) => alert(page).getByRole('button', { name: 'Try again' })

test('without a network, pages that were met work and others say so; trying again fetches them', async ({
  page,
  context,
  dashboard,
}) => {
  await page.goto(`${dashboard}/definitions`)
  await expect(heading(page, /What each measure counts/)).toBeVisible()
  // a link that is pressed before the app has come opens by the browser, which keeps no pages
  await settled(page)
  await link(page, 'Overview').click()
  await expect(page.getByRole('rowheader').first()).toBeVisible()

  await context.setOffline(true)
  await link(page, 'Definitions').click()
  await expect(heading(page, /What each measure counts/)).toBeVisible()
  await expect(page.getByRole('main').getByText('Waiting for OT assessment').first()).toBeVisible()
  await link(page, 'Data quality').click()
  await expect(alert(page)).toContainText('This page could not be shown')
  await expect(alert(page)).toContainText('The network is away')
  await tryAgain(page).click()
  await expect(alert(page)).toContainText(/Asked again at \d\d:\d\d/)

  await context.setOffline(false)
  await tryAgain(page).click()
  await expect(heading(page, /counts as unknown/)).toBeVisible()
})

test('a connection that broke off is told from a network that is away', async ({ page, dashboard }) => {
  await page.route('**/assets/EmergingRoute-*', (route) => route.abort())
  await page.goto(`${dashboard}/emerging`)
  await expect(alert(page)).toContainText('The connection broke off')
  await page.unroute('**/assets/EmergingRoute-*')
  await tryAgain(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/recent change/)
})

/** The service as it answers once a newer build stands in it: it knows no part of the build that the page is of. */
async function deployNewer(page: Page, until: () => boolean) {
  await page.route('**/assets/*.js', async (route) => {
    const isGone = route.request().method() === 'HEAD' || /DataRoute-/.test(route.request().url())
    if (isGone && !until()) await route.fulfill({ status: 404, json: { status: 404 } })
    else await route.continue()
  })
}

function countPages(page: Page): () => number {
  let pages = 0
  page.on('request', (request) => {
    if (request.isNavigationRequest()) pages += 1
  })
  return () => pages
}

test('after a deployment the page reloads itself once, and a draft stays', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/actions`)
  await page.getByLabel('Viewing as').selectOption('service-lead')
  await page.getByRole('button', { name: /^Open today’s log/ }).click()
  await page.getByRole('button', { name: 'Record an action', exact: true }).click()
  await page.getByLabel('What is asked for').fill('Say when the clinic opens')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  const pages = countPages(page)
  await deployNewer(page, () => pages() > 0)
  await link(page, 'Data quality').click()
  await expect(heading(page, /counts as unknown/)).toBeVisible()
  expect(pages()).toBe(1)
  await page.goBack()
  await page.getByRole('button', { name: 'Record an action', exact: true }).click()
  await expect(page.getByLabel('What is asked for')).toHaveValue('Say when the clinic opens')
})

test('a host that goes on sending the old page is not asked for ever', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/definitions`)
  await settled(page)
  const pages = countPages(page)
  await deployNewer(page, () => false)
  await link(page, 'Data quality').click()
  await expect(alert(page)).toContainText('A newer version of the dashboard has been put in place')
  expect(pages()).toBe(1)
})
