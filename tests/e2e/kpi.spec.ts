import { readFileSync } from 'node:fs'
import { expect, test } from '../support/browser-test.ts'
import { tabTo } from './keyboard.ts'

test('a measure is reached and read with the mouse', async ({ page, dashboard }) => {
  await page.goto(dashboard)
  await page.getByRole('rowheader').getByRole('link', { name: 'Waiting for OT assessment' }).click()
  await expect(page).toHaveURL(/\/kpis\/ot-waiting\?(.*&)?edition=5&audience=protected/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(
    'Waiting for OT assessment: no evidence of real change',
  )
  await expect(page.getByRole('main')).toContainText('310 people waiting on 30 Sep 2025')

  await page.getByRole('button', { name: 'Table' }).click()
  const table = page.getByRole('table', { name: /^Waiting for OT assessment, / })
  await expect(table.getByRole('row').filter({ hasText: '30 Sep 2025' })).toContainText('310')
  await expect(page).toHaveURL(/view=table/)
  await page.getByRole('button', { name: 'Chart' }).click()

  await page.getByLabel('Range').selectOption({ label: 'Last 12 months' })
  await expect(page.getByRole('application')).toHaveAccessibleName(/Chart of 12 points/)
  await expect(page.getByRole('main')).toContainText('Ealing (town)')
  await page.getByLabel('Broken down by').selectOption({ label: 'Age' })
  await expect(page).toHaveURL(/dimension=age/)
})

test('a measure is reached and read with the keyboard alone', async ({ page, dashboard }) => {
  await page.goto(dashboard)
  await expect(
    page.getByRole('rowheader').getByRole('link', { name: 'Waiting for OT assessment' }),
  ).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await page.keyboard.press('Enter')
  const measure = page.getByRole('rowheader').getByRole('link', { name: 'Waiting for OT assessment' })
  await tabTo(page, measure)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('OT assessment')

  const chart = page.getByRole('application')
  await tabTo(page, chart)
  await page.keyboard.press('End')
  await expect(
    page.getByText(/^30 Sep 2025: 310 people waiting, provisional; planned 232; target 150/).first(),
  ).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText(/^31 Aug 2025: /).first()).toBeVisible()
  await page.keyboard.press('Home')
  await expect(page.getByText(/^31 Oct 2022: /).first()).toBeVisible()
})

test('before and after a milestone is reached from the lane, and read from a link', async ({
  page,
  dashboard,
}) => {
  await page.goto(`${dashboard}/kpis/ot-waiting?edition=5&audience=protected`)
  await page.getByRole('button', { name: 'Before and after: Equipment pathway redesigned' }).click()
  await expect(page).toHaveURL(/change=M04/)
  await page.reload()
  await expect(
    page.getByRole('button', { name: 'Equipment pathway redesigned', exact: true }),
  ).toHaveAttribute('aria-expanded', 'true')
  await expect(page.locator('#change-M04')).toBeVisible()
})

test('the figures download as they are shown', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/kpis/ot-waiting?edition=5&audience=protected`)
  await page.getByText('Download: Waiting for OT assessment', { exact: true }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^CSV/ }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/ot-waiting.*\.csv$/)
  const text = readFileSync(await file.path(), 'utf8')
  expect(text.split('\r\n')[0]).toMatch(/Period,Period ends,Value/)
  expect(text).toMatch(/310/)
  await page.getByText('Download: Waiting for OT assessment', { exact: true }).click()
  const about = page.waitForEvent('download')
  await page.getByRole('button', { name: /^About the CSV/ }).click()
  expect(readFileSync(await (await about).path(), 'utf8')).toMatch(/Illustrative data/)
})

test('definitions are found from a measure', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/kpis/ot-waiting`)
  await page.getByRole('link', { name: 'All definitions' }).click()
  await expect(page).toHaveURL(/\/definitions\?.*#ot-waiting/)
  await expect(page.getByRole('heading', { name: 'Waiting for OT assessment' })).toBeInViewport()
})
