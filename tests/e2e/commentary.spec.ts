import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { expectNothingFoundHere } from './checks/axe.ts'
import { tabTo } from './keyboard.ts'

const measure = '/kpis/dp-starts'
const words = '**Why:** two workers left.\n\n- one post is advertised'

async function openAsServiceLead(page: Page, address: string) {
  await page.goto(address + measure)
  await page.getByLabel('Viewing as').selectOption('service-lead')
  await expect(page).toHaveURL(/audience=exact/)
}

async function writeByKeyboard(page: Page, address: string) {
  await openAsServiceLead(page, address)
  await tabTo(page, page.getByRole('button', { name: 'Write a comment for the next edition' }))
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: /^What the service says/ })
  await expect(field).toBeFocused()
  await page.keyboard.type(words)
  await tabTo(page, page.getByRole('button', { name: 'Preview' }))
  await page.keyboard.press('Enter')
  await expect(page.locator('strong', { hasText: 'Why:' })).toBeVisible()
  await expectNothingFoundHere(page)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The draft on Oct 2025 is saved.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Drafts for the next edition' })).toBeFocused()
  await expect(page.getByRole('listitem').filter({ hasText: 'one post is advertised' }).first()).toBeVisible()
  await expectNothingFoundHere(page)

  // others write on this measure at the same time
  await tabTo(page, page.getByRole('button', { name: 'Delete the draft on Oct 2025' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The draft on Oct 2025 is deleted.')).toBeVisible()
}

test('an officer writes a comment in place by keyboard alone', ({ page, dashboard }) =>
  writeByKeyboard(page, dashboard))

test('two who write at once both see both texts, and a reload loses neither', async ({ page, dashboard }) => {
  await openAsServiceLead(page, dashboard)
  await page.getByRole('button', { name: 'Write a comment for the next edition' }).click()
  await page.getByRole('combobox', { name: 'About' }).selectOption({ label: 'Aug 2025' })
  await page.getByRole('textbox', { name: /^What the service says/ }).fill('My words.')
  await page.evaluate(async () => {
    await fetch('/api/v1/commentary', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kpi: 'dp-starts', period: '2025-08', text: 'Other words.' }),
    })
  })
  await page.reload()
  await expect(page.getByRole('textbox', { name: /^What the service says/ })).toHaveValue('My words.')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByRole('heading', { name: /^Not saved: the draft was changed/ })).toBeFocused()
  await expect(page.getByText('Other words.')).toBeVisible()
  await expect(page.getByText('My words.')).toBeVisible()
  await expectNothingFoundHere(page)
  await page.getByRole('button', { name: 'Save mine in its place' }).click()
  await expect(page.getByText('The draft on Aug 2025 is saved.')).toBeVisible()
  await expect(page.getByText('Other words.')).toBeHidden()
})

test('words survive a lost connection and are saved when it is back', async ({
  page,
  context,
  dashboard,
}) => {
  await openAsServiceLead(page, dashboard)
  await page.getByRole('button', { name: 'Write a comment for the next edition' }).click()
  await page.getByRole('combobox', { name: 'About' }).selectOption({ label: 'Jul 2025' })
  const field = page.getByRole('textbox', { name: /^What the service says/ })
  await field.fill('Written on a train.')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByRole('alert')).toHaveText(/^Not saved\. .* Your words are kept on this device\.$/)
  await expect(field).toHaveValue('Written on a train.')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByText('The draft on Jul 2025 is saved.')).toBeVisible()
})

test('earlier comments and actions done with are open on paper', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/kpis/ot-waiting`)
  await expect(page.getByText('1 earlier comment')).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/The second clinic has moved again/)).toBeVisible()
  await expect(page.getByText('Say when the OT list will reach its target')).toBeVisible()
})
