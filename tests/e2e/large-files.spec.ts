import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { encodePack } from '../../src/domain/packs/pack-text.ts'
import { aPackItem } from '../support/a-pack.ts'
import { expect, test, watchPolicy } from '../support/browser-test.ts'

/** Large workbooks arrive under the real server's policy, can be cancelled, and leave the menu as it was. */

/** above this the library for zipped files would want a worker that the policy refuses */
const wantsWorker = 160_000
const many = 50_000
const signals = aPackItem({ ref: { kind: 'signals', kpi: null } })
const pack = `/pack?${new URLSearchParams({ edition: '5', audience: 'exact', items: encodePack({ name: 'All', items: [signals] }) })}`
const patience = { timeout: 90_000 }

async function asOfficer(page: Page, dashboard: string) {
  await page.request.post(`${dashboard}/api/v1/session`, { data: { role: 'service-lead' } })
}

/** The longest sheet of the workbook that this press brings. */
async function longestSheet(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download', patience)
  await page.getByRole('button', { name: button }).press('Enter')
  const parts = unzipSync(await readFile(await (await download).path()))
  const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'))
  return strFromU8(
    sheets.map(([, bytes]) => bytes).toSorted((a, b) => b.length - a.length)[0] ?? new Uint8Array(),
  )
}

const rowsIn = (sheet: string) => sheet.match(/<row /g)?.length ?? 0

test('the officers’ emerging issues arrive as a workbook, alone and in a pack, and the menu works again', async ({
  page,
  dashboard,
}) => {
  await asOfficer(page, dashboard)
  await page.goto(`${dashboard}/emerging?edition=5&audience=exact`)
  const menu = page.locator('summary').filter({ hasText: 'Download' }).first()
  await menu.press('Enter')
  expect((await longestSheet(page, 'Excel workbook')).length).toBeGreaterThan(wantsWorker)
  await expect(page.getByText(/^Saved .+\.xlsx$/)).toBeVisible()
  await menu.press('Enter')
  const csv = page.waitForEvent('download', patience)
  await page.getByRole('button', { name: /^CSV/ }).press('Enter')
  expect((await csv).suggestedFilename()).toMatch(/\.csv$/)

  await page.goto(dashboard + pack)
  expect((await longestSheet(page, 'Export to Excel')).length).toBeGreaterThan(wantsWorker)
})

test('a table of 50,000 rows arrives; cancelled, nothing is saved and it can be asked for again', async ({
  page,
  dashboard,
}) => {
  test.slow()
  await asOfficer(page, dashboard)
  await page.route(/\/api\/v1\/signals/, async (route) => {
    const reply = await (await route.fetch()).json()
    const unflagged = reply.signals.filter(({ flagged }: { flagged: boolean }) => !flagged)
    const more = Array.from(
      { length: many - reply.signals.length },
      (_, index) => unflagged[index % unflagged.length],
    )
    await route.fulfill({ json: { ...reply, signals: [...reply.signals, ...more] } })
  })
  await page.goto(dashboard + pack)
  await page.getByRole('button', { name: 'Export to Excel' }).press('Enter')
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByText('Cancelled: nothing was saved.')).toBeVisible()
  const sheet = await longestSheet(page, 'Export to Excel')
  expect(rowsIn(sheet)).toBe(many + 1)
})

test('where what writes workbooks cannot be fetched it is said, and the menu works again', async ({
  page,
  dashboard,
}) => {
  await page.route(/workbook-worker/, (route) => route.abort())
  await page.goto(`${dashboard}/emerging`)
  const menu = page.locator('summary').filter({ hasText: 'Download' }).first()
  await menu.press('Enter')
  await page.getByRole('button', { name: 'Excel workbook' }).press('Enter')
  await expect(page.getByText(/Excel workbook could not be made: the page could not fetch/)).toBeVisible()
  await page.unroute(/workbook-worker/)
  expect(rowsIn(await longestSheet(page, 'Excel workbook'))).toBeGreaterThan(1)
})

test('what the policy refuses is noticed', async ({ browser, dashboard }) => {
  const context = await browser.newContext()
  const refusals = await watchPolicy(context)
  const page = await context.newPage()
  await page.goto(dashboard)
  await page.evaluate(() => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))))
  await expect.poll(() => refusals.length).toBeGreaterThan(0)
  await context.close()
})
