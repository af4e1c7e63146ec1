import { expect, test } from '../support/browser-test.ts'
import { adapted, expectWholeText, widths } from './checks/whole-text.ts'
import { arrived } from './pages.ts'

test('no text overlaps or is cut on the page of any measure', async ({ page, dashboard }) => {
  test.slow()
  const reply = await page.request.get(`${dashboard}/api/v1/kpis?edition=5&audience=protected`)
  const { kpis }: { kpis: { id: string }[] } = await reply.json()
  expect(kpis.length).toBeGreaterThan(40)
  for (const { id } of kpis) {
    await test.step(id, async () => {
      await page.goto(`${dashboard}/kpis/${id}?range=all`)
      await arrived(page)
      await expectWholeText(page, widths)
    })
  }
})

for (const [name, key] of [
  ['Find', '/'],
  ['Keys', '?'],
] as const) {
  test(`no text overlaps or is cut in the dialog ${name}`, async ({ page, dashboard }) => {
    await page.goto(`${dashboard}/definitions`)
    await arrived(page)
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    if (name === 'Find') await page.keyboard.type('waiting')
    await expectWholeText(page, [...widths, ...adapted])
  })
}

test('no text overlaps or is cut in the settings', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/definitions`)
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
  await expectWholeText(page, [...widths, ...adapted])
})
