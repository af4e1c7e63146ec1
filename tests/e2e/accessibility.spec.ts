import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { badAddresses, failures, open, pages, type Visit } from './pages.ts'

const widths = [360, 1280]
const schemes = ['light', 'dark'] as const

async function expectNothingFound(page: Page) {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await test.step(`${colorScheme}, ${width} px`, async () => {
        const { violations } = await new AxeBuilder({ page }).analyze()
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
        )
        expect(found).toEqual([])
      })
    }
  }
}

/** 320 px are 1280 px at 400%: nothing may need a sideways scroll of the page. */
async function expectReflow(page: Page) {
  await page.setViewportSize({ width: 320, height: 800 })
  const overhang = () =>
    page.evaluate(() => {
      const width = document.documentElement.clientWidth
      const scroll = document.scrollingElement?.scrollWidth ?? width
      return scroll - width
    })
  // a chart is drawn again for its new width
  await expect.poll(overhang, 'pixels that stick out at 320 px').toBeLessThanOrEqual(0)
}

async function check(page: Page, address: string, visit: Visit) {
  await open(page, address, visit)
  await expectNothingFound(page)
  await expectReflow(page)
}

// the notice is one and the same, whatever part of an address was not understood
const repeated = ['an edition that is no number', 'a bad value', 'an unknown edition']

for (const visit of [...pages, ...badAddresses.filter(({ name }) => !repeated.includes(name))]) {
  test(`axe finds nothing and the page reflows: ${visit.name}`, ({ page, dashboard }) =>
    check(page, dashboard, visit))
}

for (const visit of failures) {
  test(`axe finds nothing and the page reflows: ${visit.name}`, ({ page, mockApp }) =>
    check(page, mockApp, visit))
}

test('axe finds nothing as an officer sees it', async ({ page, dashboard }) => {
  await page.goto(dashboard)
  await page.getByLabel('Viewing as').selectOption('analyst')
  await expect(page).toHaveURL(/audience=exact/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/measures need attention/)
  await expectNothingFound(page)
})

test('axe finds nothing on safeguarding themes, as an officer sees them', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/safeguarding`)
  await page.getByLabel('Viewing as').selectOption('practice-lead')
  await expect(page.getByRole('list', { name: 'Self-neglect by town' })).toBeVisible()
  await expectNothingFound(page)
  await expectReflow(page)
})
