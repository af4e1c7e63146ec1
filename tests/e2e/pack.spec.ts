import { expect, test } from '../support/browser-test.ts'
import { expectNothingFoundHere } from './checks/axe.ts'
import { addresses, buildPack, findings, itemsOf, within } from './pack-of-ten.ts'

test('a pack of ten is put together from pages, arranged by keys and opened elsewhere by its link', async ({
  page,
  context,
  browser,
  dashboard,
}) => {
  test.slow()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await buildPack(page, dashboard)
  const [first, second] = await findings(page)
  const down = itemsOf(page)
    .first()
    .getByRole('button', { name: /^Move down/ })
  await down.press('Enter')
  await expect(page.getByText('Now 2 of 10')).toBeVisible()
  expect((await findings(page)).slice(0, 2)).toEqual([second, first])
  await expect(
    itemsOf(page)
      .nth(1)
      .getByRole('button', { name: /^Move down/ }),
  ).toBeFocused()

  const line = page.getByLabel(/^Your line/).first()
  await line.fill('Ask what replaces the surge team.')
  await line.press('Enter')
  await page.getByRole('button', { name: 'Copy link to pack' }).press('Enter')
  await expect(page.getByText('Link copied.')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link.length).toBeLessThan(1500)

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(link)
  await expect(elsewhere.getByText('Ask what replaces the surge team.')).toBeVisible(within)
  await expect(itemsOf(elsewhere).getByRole('heading', { level: 3 })).toHaveCount(addresses.length, within)
  expect(await findings(elsewhere)).toEqual(await findings(page))
  await expect(elsewhere.getByRole('button', { name: /^Remove/ })).toHaveCount(0)
  await elsewhere.context().close()
})

test('a pack is renewed for a newer edition after what changes was shown', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/kpis/ot-waiting?edition=4&audience=protected`)
  await page
    .getByRole('button', { name: /^Add to pack/ })
    .first()
    .press('Enter')
  await expect(page.getByText('holds 1 chart or table now')).toBeVisible(within)
  await page.goto(`${dashboard}/pack?edition=4&audience=protected`)
  await page.getByRole('button', { name: 'Show what changes' }).press('Enter')
  const change = page.getByRole('region', { name: 'What the renewal changes' })
  await expect(change.getByRole('rowheader')).toHaveText('1. Waiting for OT assessment', within)
  await expect(change.getByText('Loading')).toHaveCount(0, within)
  await expectNothingFoundHere(page)
  await page.getByRole('link', { name: 'Renew for edition 5' }).press('Enter')
  await expect(page).toHaveURL(/edition=5/)
  await expect(page.getByText('chart or table of edition 5')).toBeVisible(within)
  await expect(page.getByRole('button', { name: 'Show what changes' })).toHaveCount(0)
})
