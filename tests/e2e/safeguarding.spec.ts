import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { tabTo } from './keyboard.ts'

/**
 * Somebody who only knows "self neglect" finds the town where it is emerging within three actions: an officer by
 * going to the page and asking which town. A panel member does the same, and finds what the protected set can say
 * and why not more.
 */

const themesLink = (page: Page) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Safeguarding themes' })
const whichTown = (page: Page) => page.getByRole('button', { name: /^Which town\?\s+Self-neglect$/ })
const towns = (page: Page) => page.getByRole('heading', { level: 2, name: 'Self-neglect: which town?' })

async function expectTown(page: Page) {
  await expect(page).toHaveURL(/\/safeguarding\?(.*&)?type=Self-neglect/)
  await expect(towns(page)).toBeFocused()
  const first = page.getByRole('list', { name: 'Self-neglect by town' }).getByRole('listitem').first()
  await expect(first).toContainText('Southall')
  await expect(first).toContainText(/Flagged\. Self-neglect in Southall: higher since Apr 2025/)
}

async function expectWhyNot(page: Page) {
  await expect(page).toHaveURL(/\/safeguarding\?(.*&)?type=Self-neglect/)
  await expect(towns(page)).toBeFocused()
  const section = page.getByRole('region', { name: 'Self-neglect: which town?' })
  await expect(section).toContainText('Type and town together are never in the protected set')
  await expect(section).toContainText(/for the whole borough: Enquiries by type of abuse, Self-neglect: 30/)
  await expect(section.getByRole('link', { name: 'concerns raised' })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText('Southall')
}

// the mouse on the mock, the keyboard on the service: that both answer alike is proved in tests/contract
test('a safeguarding lead finds the town, with the mouse', async ({ page, answeredByMock }) => {
  await page.goto(answeredByMock)
  await page.getByLabel('Viewing as').selectOption('practice-lead')
  await expect(page).toHaveURL(/audience=exact/)
  await themesLink(page).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Self-neglect in Southall/)
  await whichTown(page).click()
  await expectTown(page)
})

test('a safeguarding lead finds the town, with the keyboard alone', async ({ page, dashboard }) => {
  await page.goto(dashboard)
  await tabTo(page, page.getByLabel('Viewing as'))
  await page.keyboard.type('practice')
  await expect(page).toHaveURL(/audience=exact/)
  await tabTo(page, themesLink(page))
  await page.keyboard.press('Enter')
  await tabTo(page, whichTown(page))
  await page.keyboard.press('Enter')
  await expectTown(page)
})

test('a panel member finds what may be said, with the mouse', async ({ page, answeredByMock }) => {
  await page.goto(answeredByMock)
  await themesLink(page).click()
  await whichTown(page).click()
  await expectWhyNot(page)
})

test('a panel member finds what may be said, with the keyboard alone', async ({ page, dashboard }) => {
  await page.goto(dashboard)
  await tabTo(page, themesLink(page))
  await page.keyboard.press('Enter')
  await tabTo(page, whichTown(page))
  await page.keyboard.press('Enter')
  await expectWhyNot(page)
})
