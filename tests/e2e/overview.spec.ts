import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'

const measures = (page: Page) => page.getByRole('rowheader').filter({ has: page.getByRole('link') })

test.beforeEach(async ({ page, dashboard }) => {
  await page.goto(dashboard)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('need attention')
})

test('shows every measure under its theme, labelled illustrative, as the panel sees it', async ({ page }) => {
  await expect(measures(page)).toHaveCount(48)
  await expect(page.getByText('Illustrative data', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Viewing as')).toHaveValue('public')
  await expect(page).toHaveTitle(/Overview/)
})

test('ends the buttons above the scorecard where the scorecard ends', async ({ page }) => {
  const endOf = (locator: Locator) => locator.evaluate((element) => element.getBoundingClientRect().right)
  const scorecard = page
    .getByRole('table')
    .filter({ has: measures(page) })
    .first()
  const download = page.locator('summary').filter({ hasText: 'Download' }).first()
  expect(await endOf(download)).toBeCloseTo(await endOf(scorecard), 0)
})

test('pins edition and audience in its address', async ({ page }) => {
  await expect(page).toHaveURL(/\?(.*&)?edition=5&audience=protected/)
})

test('finds a measure by name, says how many are shown, and keeps that in the address', async ({ page }) => {
  await page.getByLabel('Find').fill('waiting for OT')
  await expect(measures(page)).toHaveCount(1)
  await expect(page).toHaveURL(/OT/)
  await page.reload()
  await expect(measures(page)).toHaveCount(1)
})

test('offers every role one click away, and shows an officer exact figures', async ({ page }) => {
  await page.getByLabel('Viewing as').selectOption('analyst')
  await expect(page).toHaveURL(/audience=exact/)
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'Waiting for OT assessment' }) })
  await expect(row).toContainText('309')
})

test('reads an earlier edition as it was', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Edition' }).selectOption('4')
  await expect(page).toHaveURL(/edition=4/)
  await expect(page.getByText('Data as at 4 Sep 2025', { exact: false }).first()).toBeVisible()
})
