import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { expectNothingFoundHere } from './checks/axe.ts'

const field = (page: Page) => page.getByRole('combobox', { name: /measure, milestone, action or page/ })

test.beforeEach(async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/definitions`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/What each measure counts/)
})

test('finds a measure by a misspelt word with the keyboard alone, and keeps edition and audience', async ({
  page,
}) => {
  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('waitng for ot')
  await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
    'Waiting for OT assessment',
  )
  await expectNothingFoundHere(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/kpis\/ot-waiting\?edition=5&audience=protected$/)
  await expect(page.getByRole('main')).toBeFocused()
})

test('gives the focus back to where it was', async ({ page }) => {
  const button = page.getByRole('button', { name: 'Settings' })
  await button.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await expectNothingFoundHere(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(button).toBeFocused()
})

test('lists the keys, and leaves the page behind alone', async ({ page }) => {
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Words and keys' })).toBeVisible()
  await expectNothingFoundHere(page)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const isInside = await page.evaluate(
    () => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null,
  )
  expect(isInside).toBe(true)
})

test('keeps a reader’s settings over a reload and out of the address', async ({ page }) => {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('radio', { name: '150%' }).check()
  await page.getByRole('radio', { name: 'More' }).check()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await expectNothingFoundHere(page)
  const address = page.url()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '150')
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(page.url()).toBe(address)
})

test('opens every page where the browser keeps nothing', async ({ page, dashboard }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
  })
  await page.goto(`${dashboard}/definitions`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/What each measure counts/)
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByText(/does not let the dashboard remember/)).toBeVisible()
})

test('has every page in a menu where there is little room', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const menu = page.getByRole('button', { name: 'Menu' })
  await expect(page.getByRole('link', { name: 'Overview' })).toBeHidden()
  await menu.click()
  await expect(menu).toHaveAttribute('aria-expanded', 'true')
  await expectNothingFoundHere(page)
  await page.keyboard.press('Escape')
  await expect(menu).toHaveAttribute('aria-expanded', 'false')
  await menu.click()
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/measures/)
  await expect(menu).toHaveAttribute('aria-expanded', 'false')
})

/** Names whose remark begins beside them and ends on another line. */
const tornRemarks = (page: Page) =>
  page
    .locator('dialog, main')
    .locator(':is(strong, a) + span:visible')
    .evaluateAll((remarks) =>
      remarks.filter((remark) => remark.getClientRects().length > 1).map(({ textContent }) => textContent),
    )

test('on a phone, what stands beside a name is beside it or below it, whole', async ({ page, dashboard }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  const theme = page.getByRole('combobox', { name: 'Theme' })
  // nothing is laid out before its type is there
  await expect(theme).toBeVisible()
  const gap = await theme.evaluate((select) => {
    const words = document.createRange()
    words.setStart(select.parentElement ?? select, 0)
    words.setEndBefore(select)
    return select.getBoundingClientRect().left - words.getBoundingClientRect().right
  })
  expect(gap, 'between a label and its choice').toBeGreaterThanOrEqual(8)

  await page.getByRole('button', { name: 'Find' }).click()
  await field(page).fill('wait')
  await expect(page.getByRole('option', { name: /Waiting for OT assessment/ })).toBeVisible()
  expect(await tornRemarks(page)).toEqual([])

  await page.goto(dashboard)
  await expect(page.getByRole('heading', { name: 'What needs attention' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Median Care Act wait' }).first()).toBeVisible()
  expect(await tornRemarks(page)).toEqual([])
})
