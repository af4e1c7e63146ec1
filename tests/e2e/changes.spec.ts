import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { tabTo } from './keyboard.ts'

/** A director opens "Since last time": the third move that turned a milestone red, and the restated quarter. */

const rowOf = (page: Page, table: RegExp, name: RegExp) =>
  page.getByRole('table', { name: table }).getByRole('row', { name })

const changesLink = (page: Page) =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Since last time' })

async function expectThirdMove(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Since August 2025, .*third time/)
  const clinic = rowOf(page, /^Milestones/, /Second OT clinic open/)
  await expect(clinic).toContainText('Moved for the third time')
  await expect(clinic).toContainText('Off track (red)')
  await expect(clinic).toContainText('Its date has moved 3 times.')
  await expect(clinic).toContainText('Approved by Waiting Well Board.')
}

async function expectRestatedQuarter(page: Page) {
  const register = rowOf(page, /^Restated figures/, /Personal assistants on register/)
  await expect(register).toContainText('31 Mar 2025')
  await expect(register.getByRole('cell').nth(1)).toContainText('94')
  await expect(register.getByRole('cell').nth(2)).toContainText('82')
  await expect(register.getByRole('cell').nth(3)).toContainText('\u221212')
  await expect(register).toContainText('registrations that had lapsed were counted')
  await expect(page).toHaveURL(/\/changes\?(.*&)?from=2/)
}

// the mouse on the mock, the keyboard on the service: that both answer alike is proved in tests/contract
test('a director finds what changed, with the mouse', async ({ page, mockApp }) => {
  await page.goto(mockApp)
  await page.getByLabel('Viewing as').selectOption('director')
  await expect(page).toHaveURL(/audience=exact/)
  await changesLink(page).click()
  await expectThirdMove(page)
  await page.getByRole('button', { name: 'Compare with edition 2' }).click()
  await expectRestatedQuarter(page)
})

test('a director finds what changed, with the keyboard alone', async ({ page, dashboard }) => {
  await page.goto(dashboard)
  await tabTo(page, page.getByLabel('Viewing as'))
  await page.keyboard.type('director')
  await expect(page).toHaveURL(/audience=exact/)
  await tabTo(page, changesLink(page))
  await page.keyboard.press('Enter')
  await expectThirdMove(page)
  await tabTo(page, page.getByRole('button', { name: 'Compare with edition 2' }))
  await page.keyboard.press('Enter')
  await expectRestatedQuarter(page)
})

test('what changed downloads as it is shown', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/changes?edition=5&audience=protected&from=2`)
  await page.getByText('Download: Restated figures').click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^CSV/ }).filter({ visible: true }).click()
  const file = await download
  expect(file.suggestedFilename()).toBe('2025-10-06_changes_restated_since-edition-2_edition-5.csv')
  const text = readFileSync(await file.path(), 'utf8')
  expect(text.split('\r\n')[0]).toContain('Measure,')
  // the measure's own figure, and how many of its parts changed with it
  expect(text).toMatch(/"Personal assistants on register, and \w+ further figures",31 Mar 2025,95,80,-15,3,/)
})
