import { expect, test } from '../support/browser-test.ts'
import { type RunningDashboard, startDashboard } from '../support/servers.ts'
import { axeFindings } from './checks/axe.ts'

/** A load is looked at as it would be, before it is published, at the running product. */
let dashboard: RunningDashboard
test.beforeAll(async () => {
  dashboard = await startDashboard()
})
test.afterAll(() => dashboard.stop())

const october = {
  name: 'observations.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at\not-waiting,2025-10,borough,All,318,,,,provisional,2025-11-06',
  ),
}

test('files are dropped, the panel’s pages looked at, and what was seen is what is published', async ({
  page,
  browser,
}) => {
  await page.goto(`${dashboard.address}/load`)
  await page.getByLabel('Viewing as').selectOption('analyst')
  await page.getByLabel('Choose files or a zip').setInputFiles([october])
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('These files are sound')
  await page.getByRole('link', { name: 'for the panel' }).click()

  const bar = page.getByRole('region', { name: 'This preview' })
  await expect(bar).toContainText('PREVIEW')
  await expect(bar).toContainText('Edition 6 as it would be, for the panel')
  await expect(page).toHaveTitle(/^PREVIEW · Overview/)
  const preview = new URL(page.url()).pathname
  expect(preview).toMatch(/^\/previews\/[0-9a-f-]{36}\/protected\/?$/)
  expect(await axeFindings(page)).toEqual([])
  const overview = await page.getByRole('heading', { level: 1 }).textContent()

  await page.getByRole('link', { name: 'Waiting for OT assessment' }).first().click()
  await expect(page).toHaveTitle(/^PREVIEW · Waiting for OT assessment/)
  // rounded, as the panel reads it
  await expect(page.getByRole('main')).toContainText('320')
  await expect(page.getByRole('main')).not.toContainText(/318 (people|\[p\])/)
  const measure = await page.getByRole('heading', { level: 1 }).textContent()
  expect(await axeFindings(page)).toEqual([])
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(measure ?? '')
  await expect(page.getByRole('button', { name: /Download|Add to pack|Copy link/ })).toHaveCount(0)

  // every sheet says it
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('p', { hasText: /^PREVIEW$/ })).toBeVisible()
  await page.emulateMedia({ media: null })

  // nobody else is shown it, whatever they know of its address
  const stranger = await browser.newPage()
  const refused = await stranger.goto(page.url())
  expect(refused?.status()).toBe(403)
  await expect(
    stranger.getByText('An analyst may look at the preview of a load.', { exact: false }),
  ).toBeVisible()
  await stranger.close()

  await bar.getByRole('link', { name: 'Look at it for officers' }).click()
  await expect(bar).toContainText('for officers')
  await expect(page.getByRole('main')).toContainText('318')
  await bar.getByRole('link', { name: 'Back to the load' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('These files are sound')
  await page.getByLabel('Label').fill('October 2025')
  await page.getByRole('button', { name: /^Go on/ }).click()
  await page.getByRole('button', { name: 'Publish edition 6' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Published as edition 6')

  await page.goto(`${dashboard.address}/?edition=6&audience=protected`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(overview ?? '')
  await page.goto(`${dashboard.address}/kpis/ot-waiting?edition=6&audience=protected`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(measure ?? '')
  await expect(page).not.toHaveTitle(/PREVIEW/)
  const gone = await page.goto(dashboard.address + preview)
  expect(gone?.status()).toBe(409)
  await expect(page.getByText('This load was published as edition 6', { exact: false })).toBeVisible()
})
