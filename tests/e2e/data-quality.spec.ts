import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { tabTo } from './keyboard.ts'

/** A performance analyst finds the overdue measure, and that it counts as unknown in the headline. */

const pageLink = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name })

async function expectOverdue(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^One of 48 measures is overdue and counts as unknown/,
  )
  const first = page.getByRole('table').getByRole('row').nth(1)
  await expect(first.getByRole('rowheader')).toContainText('Awaiting financial assessment')
  await expect(first).toContainText('3 Oct 2025')
  await expect(first).toContainText('Overdue: Sep 2025; counts as unknown')
}

async function expectUnknownInHeadline(page: Page) {
  await expect(page.getByRole('main')).toContainText(/unknown: .*Awaiting financial assessment \(overdue\)/)
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: 'Awaiting financial assessment' }) })
  await expect(row.first()).toContainText('Unknown')
}

// the mouse on the mock, the keyboard on the service: that both answer alike is proved in tests/contract
test('an analyst finds the overdue measure, with the mouse', async ({ page, answeredByMock }) => {
  await page.goto(answeredByMock)
  await page.getByLabel('Viewing as').selectOption('analyst')
  await expect(page).toHaveURL(/audience=exact/)
  await pageLink(page, 'Data quality').click()
  await expectOverdue(page)
  await pageLink(page, 'Overview').click()
  await expectUnknownInHeadline(page)
})

test('an analyst finds the overdue measure, with the keyboard alone', async ({ page, dashboard }) => {
  await page.goto(dashboard)
  await tabTo(page, page.getByLabel('Viewing as'))
  await page.keyboard.type('performance')
  await expect(page).toHaveURL(/audience=exact/)
  await tabTo(page, pageLink(page, 'Data quality'))
  await page.keyboard.press('Enter')
  await expectOverdue(page)
  await tabTo(page, pageLink(page, 'Overview'))
  await page.keyboard.press('Enter')
  await expectUnknownInHeadline(page)
})
