import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { tabBackTo, tabTo } from './keyboard.ts'

/**
 * A service lead finds what really moved this month, sees that the OT list stalled after surge ended, records an
 * action with owner role and due date, and closes last month's.
 */

const roleOf = (page: Page) => page.getByLabel('Viewing as')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const attention = (page: Page) => page.getByRole('main').getByText('Median Care Act wait').first()
const record = (page: Page) => page.getByRole('link', { name: /^Record an action about this/ }).first()
const form = (page: Page) => page.getByRole('dialog')
const field = (page: Page, label: string | RegExp) => form(page).getByLabel(label)
const row = (page: Page, text: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: text }) })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function expectStall(page: Page) {
  await expect(heading(page)).toHaveText(/Waiting for OT assessment: no evidence of real change/)
  await expect(
    page.getByText(/Since ‘Surge team ended’ \(Aug 2024\), it has stood between 296 and 332/),
  ).toBeVisible()
}

/** The new action stands in today's log, and the page has gone to it. */
async function expectRecorded(page: Page, asked: string) {
  await expect(form(page)).toBeHidden()
  await expect(page.getByText(/^Action A6\d is recorded\.$/)).toBeVisible()
  await expect(row(page, asked)).toBeFocused()
  await expect(row(page, asked)).toContainText('OT Lead')
  await expect(row(page, asked)).toContainText('Due 12 Dec 2027')
  await expect(row(page, asked).getByRole('link')).toHaveText('Waiting for OT assessment')
}

// the mouse on the mock, the keyboard on the service: that both answer alike is proved in tests/contract
test("a service lead records an action and closes last month's, with the mouse", async ({
  page,
  answeredByMock,
}) => {
  const asked = 'Say what takes the place of surge on the OT list'
  await page.goto(answeredByMock)
  await roleOf(page).selectOption('service-lead')
  await expect(page).toHaveURL(/audience=exact/)
  await expect(attention(page)).toBeVisible()
  await page.getByRole('link', { name: 'Waiting for OT assessment' }).first().click()
  await expectStall(page)

  await record(page).click()
  await expect(field(page, 'Measure or milestone')).toHaveValue('ot-waiting')
  await field(page, 'What is asked for').fill(asked)
  await field(page, 'Owner').fill('OT Lead')
  await field(page, 'Board that asked').fill('Performance review')
  await field(page, 'Due on').fill('2027-12-12')
  await button(page, 'Record the action').click()
  await expectRecorded(page, asked)

  await button(page, 'Confirm and close action A37').click()
  await expect(field(page, 'Status')).toHaveValue('closed')
  await button(page, 'Save the changes').click()
  await form(page).getByRole('link', { name: 'Say what changed before it is closed' }).click()
  await expect(field(page, 'What changed')).toBeFocused()
  await field(page, 'What changed').fill('The dates are written into the recording guide.')
  await button(page, 'Save the changes').click()
  await expect(form(page)).toBeHidden()
  const closed = row(page, 'Settle which dates count as allocated')
  await expect(closed).toBeFocused()
  await expect(closed).toContainText('Closed')
  await expect(closed).toContainText('The dates are written into the recording guide.')
  await closed.getByText('History').click()
  await expect(closed).toContainText('Awaiting confirmation to closed')
})

test("a service lead records an action and closes last month's, by keyboard alone", async ({
  page,
  dashboard,
}) => {
  const asked = 'Ask what keeps the OT list where it is'
  const { keyboard } = page
  await page.goto(dashboard)
  await tabTo(page, roleOf(page))
  await keyboard.type('service')
  await expect(page).toHaveURL(/audience=exact/)
  await expect(attention(page)).toBeVisible()
  await keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /measure, milestone, action/ })).toBeFocused()
  await keyboard.type('waiting for OT assess')
  await expect(page.getByRole('option', { name: /^Waiting for OT assessment/, selected: true })).toBeVisible()
  await keyboard.press('Enter')
  await expectStall(page)

  await tabTo(page, record(page))
  await keyboard.press('Enter')
  await expect(field(page, 'What is asked for')).toBeFocused()
  await keyboard.type(asked)
  await tabTo(page, field(page, 'Owner'))
  await keyboard.type('OT Lead')
  await tabTo(page, field(page, 'Board that asked'))
  await keyboard.type('Performance review')
  await tabTo(page, field(page, 'Due on'))
  await keyboard.type('12122027')
  await tabTo(page, button(page, 'Record the action'))
  await keyboard.press('Enter')
  await expectRecorded(page, asked)

  await tabBackTo(page, button(page, 'Update action A38'))
  await keyboard.press('Enter')
  await tabTo(page, field(page, 'Status'))
  await keyboard.type('Closed')
  await tabTo(page, field(page, /^What changed/))
  await keyboard.type('Everybody was written to.')
  await tabTo(page, button(page, 'Save the changes'))
  await keyboard.press('Enter')
  await expect(form(page)).toBeHidden()
  const closed = row(page, 'Write to people whose review is two years late')
  await expect(closed).toBeFocused()
  await expect(closed).toContainText('Everybody was written to.')
})
test('a draft survives a reload and a lost connection', async ({ page, context, dashboard }) => {
  await page.goto(`${dashboard}/actions?log=live`)
  await roleOf(page).selectOption('service-lead')
  await button(page, 'Record an action').click()
  await field(page, 'What is asked for').fill('Ask again in spring')
  await page.reload()
  await expect(page.getByText('This draft was kept on this device; it is not saved yet.')).toBeVisible()
  await expect(field(page, 'What is asked for')).toHaveValue('Ask again in spring')
  await field(page, 'Owner').fill('OT Lead')
  await field(page, 'Board that asked').fill('Cabinet')
  await field(page, 'Due on').fill('2027-12-12')
  await context.setOffline(true)
  await button(page, 'Record the action').click()
  await expect(form(page).getByRole('alert')).toContainText('Nothing was saved')
  await context.setOffline(false)
  await button(page, 'Record the action').click()
  await expect(form(page)).toBeHidden()
  await expect(row(page, 'Ask again in spring')).toHaveCount(1)
})

test('two people who change the same action are both heard', async ({ browser, page, dashboard }) => {
  const open = async (one: Page) => {
    await one.goto(`${dashboard}/actions?log=live`)
    await roleOf(one).selectOption('service-lead')
    await button(one, 'Update action A44').click()
  }
  const context = await browser.newContext()
  const other = await context.newPage()
  await open(page)
  await open(other)
  await field(other, 'Due on').fill('2027-11-30')
  await field(other, 'Board that asked').fill('Cabinet')
  await button(other, 'Save the changes').click()
  await expect(form(other)).toBeHidden()
  await context.close()

  await field(page, 'Due on').fill('2027-12-12')
  await field(page, 'Owner').fill('Head of Performance')
  await button(page, 'Save the changes').click()
  await expect(
    form(page).getByRole('heading', { name: 'Somebody else changed action A44 while you wrote' }),
  ).toBeFocused()
  await expect(form(page)).toContainText('12 Dec 2027')
  await expect(form(page)).toContainText('30 Nov 2027')
  await form(page).getByRole('group', { name: 'Due date' }).getByRole('radio', { name: /Yours/ }).check()
  await button(page, 'Save what is chosen').click()
  await expect(form(page)).toBeHidden()
  const saved = row(page, 'Ask leavers why they leave')
  await expect(saved).toContainText('Due 12 Dec 2027')
  await expect(saved).toContainText('Head of Performance')
  await expect(saved.getByText('History')).toBeVisible()
})
