import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { everySetting, expectWholeText, widths } from './checks/whole-text.ts'
import { arrived } from './pages.ts'

/** The measures are shared out, so that no one test is what the others are waited for. */
const shares = [0, 1, 2, 3]

/** As a link within the app goes there, with every fold closed: the app is loaded once. */
async function go(page: Page, path: string) {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.evaluate((to) => {
    for (const fold of document.querySelectorAll('details')) fold.open = false
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}

for (const share of shares) {
  test(`no text overlaps or is cut on the page of any measure: ${share + 1} of ${shares.length}`, async ({
    page,
    dashboard,
  }) => {
    const reply = await page.request.get(`${dashboard}/api/v1/kpis?edition=5&audience=protected`)
    const { kpis }: { kpis: { id: string; name: string }[] } = await reply.json()
    expect(kpis.length).toBeGreaterThan(40)
    await page.goto(`${dashboard}/definitions`)
    await arrived(page)
    for (const { id, name } of kpis.filter((_, index) => index % shares.length === share)) {
      await test.step(id, async () => {
        await go(page, `/kpis/${id}?range=all`)
        await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
        await arrived(page)
        await expectWholeText(page, widths)
      })
    }
  })
}

for (const [name, key] of [
  ['Find', '/'],
  ['Words and keys', '?'],
] as const) {
  test(`no text overlaps or is cut in the dialog ${name}`, async ({ page, dashboard }) => {
    await page.goto(`${dashboard}/definitions`)
    await arrived(page)
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    if (name === 'Find') await page.keyboard.type('waiting')
    await expectWholeText(page, everySetting)
  })
}

test('no text overlaps or is cut in the settings', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/definitions`)
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await expectWholeText(page, everySetting)
})
