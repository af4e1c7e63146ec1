import type { Page } from '@playwright/test'
import { anXlsx } from '../support/a-workbook.ts'
import { expect, test } from '../support/browser-test.ts'
import { type RunningDashboard, startDashboard } from '../support/servers.ts'
import { axeFindings } from './checks/axe.ts'

/** A workbook that nobody has described, and the same extract a month later, at the running product. */
test.describe.configure({ mode: 'serial' })

let dashboard: RunningDashboard
test.beforeAll(async () => {
  dashboard = await startDashboard()
})
test.afterAll(() => dashboard.stop())

/** Days as the calendar of a workbook counts them: the first of October and of November 2025. */
const [october, november] = [45_931, 45_962]

const extract = (day: number, adults: number) =>
  anXlsx({
    Figures: {
      rows: [['OT waiting list, from the case system'], [], ['Month', 'Adults'], [{ day }, adults]],
    },
  })

async function openDesk(page: Page) {
  await page.goto(`${dashboard.address}/load`)
  await page.getByLabel('Viewing as').selectOption('analyst')
  await expect(heading(page)).toHaveText('Load files for the next edition')
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const header = 'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at'
const chosen = (name: string, buffer: Buffer) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer,
})

async function publish(page: Page, label: string) {
  await page.getByLabel('Label').fill(label)
  await page.getByRole('button', { name: /^Go on/ }).click()
  await page.getByRole('button', { name: /^Publish edition/ }).click()
  await expect(heading(page)).toHaveText(/^Published as edition/)
}

test('a workbook never seen before is pointed at, tried, saved and published', async ({ page }) => {
  await openDesk(page)
  const files = page.getByLabel('Choose files or a zip')
  await files.setInputFiles([chosen('OT list Oct 2025.xlsx', extract(october, 318))])
  await expect(heading(page)).toHaveText('1 table to be described')
  const rows = page.getByRole('region', { name: /^Rows of OT list Oct 2025\.xlsx/ })
  await expect(rows).toContainText('318')
  await expect(page.getByLabel('What “Month” is')).toHaveValue('period')
  expect(await axeFindings(page)).toEqual([])
  await page.getByLabel('Measure of “Adults”').selectOption({ label: 'Waiting for OT assessment' })
  await page.getByRole('button', { name: 'Try it: see the figures' }).click()
  await expect(page.getByText('1 figure comes of it, and nothing is wrong.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Figures that come of it' })).toContainText('318')
  expect(await axeFindings(page)).toEqual([])
  await page.getByLabel('Save it as').fill('OT waiting list')
  await page.getByRole('button', { name: 'Save it, and check the files' }).click()
  await expect(heading(page)).toHaveText(/^These files are sound/)
  await publish(page, 'October 2025')
})

test('the same extract a month later is recognised, and published in four actions', async ({ page }) => {
  await openDesk(page)
  const files = page.getByLabel('Choose files or a zip')
  await files.setInputFiles([chosen('OT list Nov 2025.xlsx', extract(november, 322))])
  await expect(heading(page)).toHaveText(/^These files are sound/)
  await expect(page.getByRole('region', { name: 'Noticed' })).toContainText('OT waiting list')
  await publish(page, 'November 2025')
})

test('on a phone the rows scroll in their own place, which keys reach', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${dashboard.address}/load`)
  await page.evaluate(() =>
    fetch('/api/v1/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'test' },
      body: '{"role":"analyst"}',
    }),
  )
  await page.reload()
  const wide = ['Month', 'Adults', 'Carers', 'Homes', 'Visits']
  const sheet = anXlsx({ Wide: { rows: [wide, [{ day: october }, 1, 2, 3, 4]] } })
  await page.getByLabel('Choose files or a zip').setInputFiles([chosen('wide.xlsx', sheet)])
  const rows = page.getByRole('region', { name: /^Rows of wide\.xlsx/ })
  await expect(rows).toBeVisible()
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth])
  expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0)
  await rows.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => rows.evaluate((place) => place.scrollLeft)).toBeGreaterThan(0)
  // and where something is found in them, they begin there
  const text = `${header}\not-waiting,2025-10,borough,All,many,,,,provisional,2025-11-06`
  await page
    .getByLabel('Choose files or a zip')
    .setInputFiles([{ name: 'observations.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }])
  const found = page.getByRole('region', { name: /^observations\.csv: the value is not a number/ })
  await found.scrollIntoViewIfNeeded()
  await expect(found.getByText('Wrong:')).toBeInViewport({ ratio: 1 })
  await expect(found.getByRole('rowheader', { name: '2' })).toBeInViewport({ ratio: 1 })
})
