import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { answerFromMock } from '../support/replies-of-the-mock.ts'
import { expectNothingFound } from './checks/axe.ts'
import { expectReflow } from './checks/reflow.ts'
import { expectWholeText, narrow } from './checks/whole-text.ts'
import { failOnTheWay } from './failing-replies.ts'
import { badAddresses, failuresOnTheWay, nothingHeld, open } from './pages.ts'

async function expectTheRestOfThePage(page: Page) {
  await expect.soft(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  await expect.soft(page.getByText('Illustrative data', { exact: true })).toBeVisible()
}

/** The page's elements with all their attributes, whatever their words are. */
const markupOf = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true)
    const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT)
    while (texts.nextNode())
      if (texts.currentNode.textContent?.trim()) texts.currentNode.textContent = 'words'
    return copy instanceof Element ? copy.outerHTML : ''
  })

for (const { page: name, states } of failuresOnTheWay) {
  test(`says what happened, keeps the rest of the page, and can be read: ${name}`, async ({
    page,
    dashboard,
  }) => {
    // two failures may differ in their words alone, which axe does not read
    const seen = new Set<string>()
    for (const visit of states) {
      await test.step(visit.name, async () => {
        await page.unrouteAll({ behavior: 'ignoreErrors' })
        await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null })
        await page.setViewportSize({ width: 1280, height: 900 })
        await failOnTheWay(page, visit.fails)
        await open(page, dashboard, visit)
        await expectTheRestOfThePage(page)
        const markup = await markupOf(page)
        if (!seen.has(markup)) await expectNothingFound(page)
        seen.add(markup)
        await expectReflow(page)
        await expectWholeText(page, narrow)
      })
    }
  })
}

for (const visit of nothingHeld) {
  test(`says what happened, keeps the rest of the page, and can be read: ${visit.name}`, async ({
    page,
    dashboard,
  }) => {
    await answerFromMock(page, visit.path)
    await open(page, dashboard, visit)
    await expectTheRestOfThePage(page)
    await expectNothingFound(page)
    await expectReflow(page)
    await expectWholeText(page, narrow)
  })
}

for (const path of ['/#fail=overview-503', '/kpis/error-503']) {
  test(`the mock fails as its address says, and another try is offered: ${path}`, async ({
    page,
    mockApp,
  }) => {
    await page.goto(mockApp + path)
    await expect(page.getByText(/The data service is being restarted/).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try again' }).first()).toBeVisible()
  })
}

test('another try brings what had failed', async ({ page, dashboard }) => {
  await failOnTheWay(page, { resources: ['data-quality'], how: '503' })
  await page.goto(`${dashboard}/data`)
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  await page.unrouteAll()
  await again.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/counts as unknown/)
})

// the notice is one and the same, whatever part of an address was not understood
const repeated = ['an edition that is no number', 'a bad value', 'an unknown edition']

for (const visit of badAddresses) {
  test(`a bad link gives a notice and a way on: ${visit.name}`, async ({ page, dashboard }) => {
    await open(page, dashboard, visit)
    const main = page.getByRole('main')
    await expect.soft(main.getByRole('link').or(main.getByRole('button')).first()).toBeVisible()
    if (repeated.includes(visit.name)) return
    await expectNothingFound(page)
    await expectReflow(page)
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
