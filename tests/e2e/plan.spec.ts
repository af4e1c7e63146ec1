import type { Browser, Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { tabTo } from './keyboard.ts'
import { arrived } from './pages.ts'

/**
 * A panel member opens the plan, filters to "done, no effect yet", opens the measure, shortens its range and copies the
 * link; the link opens the same picture in a fresh browser.
 */

const planLink = (page: Page) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Improvement plan' })
const withoutEffect = (page: Page) => page.getByRole('button', { name: /^Done, no effect yet: \d+$/ })
const milestones = (page: Page) => page.getByRole('table', { name: /^Milestones/ })
const measureOf = (page: Page, milestone: string) =>
  milestones(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: milestone }) })
    .getByRole('link')
const copyLink = (page: Page) => page.getByRole('button', { name: 'Copy link' })

async function expectFiltered(page: Page) {
  await expect(page).toHaveURL(/impact=no-effect/)
  await expect(page.getByRole('main').getByText(/^1 of 38 milestones shown$/)).toBeVisible()
  await expect(milestones(page).getByText('Done, no effect yet')).toHaveCount(1)
}

/** What a reader sees of a measure: its finding, and where everything stands in its chart. */
async function pictureOf(page: Page) {
  await arrived(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/OT assessment/)
  const chart = page.getByRole('application')
  await expect(chart).toHaveAccessibleName(/Chart of 12 points/)
  return {
    finding: await page.getByRole('heading', { level: 1 }).textContent(),
    chart: await chart.getAttribute('aria-label'),
    // a chart that was reached for has the same words in another order: the library writes its axes last
    text: (await page.getByRole('main').innerText()).split('\n').sort(),
  }
}

async function expectSamePicture(page: Page, browser: Browser) {
  const address = await page.evaluate(() => navigator.clipboard.readText())
  expect(address).toBe(page.url())
  const fresh = await browser.newContext()
  const other = await fresh.newPage()
  await other.goto(address)
  // what comes without saying so, in either window, is waited for
  await expect(async () => expect(await pictureOf(other)).toEqual(await pictureOf(page))).toPass({
    timeout: 150_000,
  })
  await fresh.close()
}

// the mouse on the mock, the keyboard on the service: that both answer alike is proved in tests/contract
test('a panel member finds what is done without effect, with the mouse', async ({
  browser,
  page,
  context,
  answeredByMock,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(answeredByMock)
  await planLink(page).click()
  await withoutEffect(page).click()
  await expectFiltered(page)
  await measureOf(page, 'Equipment pathway redesigned').click()
  await page.getByLabel('Range').selectOption({ label: 'Last 12 months' })
  await expect(page).toHaveURL(/range=12/)
  await copyLink(page).click()
  await expectSamePicture(page, browser)
})

test('a panel member finds what is done without effect, with the keyboard alone', async ({
  browser,
  page,
  context,
  dashboard,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(dashboard)
  await tabTo(page, planLink(page))
  await page.keyboard.press('Enter')
  await tabTo(page, withoutEffect(page))
  await page.keyboard.press('Space')
  await expectFiltered(page)
  await tabTo(page, measureOf(page, 'Equipment pathway redesigned'))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Range'))
  await page.keyboard.type('Last 12')
  await expect(page).toHaveURL(/range=12/)
  await tabTo(page, copyLink(page))
  await page.keyboard.press('Enter')
  await expectSamePicture(page, browser)
})
