import { expect, test } from '../support/browser-test.ts'
import { badAddresses, failures, open } from './pages.ts'

for (const visit of failures) {
  test(`says what happened, and keeps the rest of the page: ${visit.name}`, async ({ page, mockApp }) => {
    await open(page, mockApp, visit)
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
    await expect(page.getByText('Illustrative data', { exact: true })).toBeVisible()
  })
}

test('offers another try where the service was not available', async ({ page, mockApp }) => {
  await page.goto(`${mockApp}/#fail=overview-503`)
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})

for (const visit of badAddresses) {
  test(`a bad link gives a notice and a way on: ${visit.name}`, async ({ page, dashboard }) => {
    await open(page, dashboard, visit)
    const main = page.getByRole('main')
    await expect(main.getByRole('link').or(main.getByRole('button')).first()).toBeVisible()
  })
}

test('a measure that is not known leads to the nearest one', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/kpis/ot-wating`)
  await page
    .getByRole('main')
    .getByRole('link', { name: /Waiting for OT assessment|ot-waiting/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/kpis\/ot-waiting\?/)
})

test('a page that does not exist is a 404 to machines, too', async ({ request, dashboard }) => {
  expect((await request.get(`${dashboard}/kpi-of-nothing`)).status()).toBe(404)
  expect((await request.get(`${dashboard}/kpis/ot-waiting`)).status()).toBe(200)
})
