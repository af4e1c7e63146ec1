import type { Browser, Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { arrived } from './pages.ts'

const inCalifornia = { timezoneId: 'America/Los_Angeles', locale: 'en-US' }
const inTokyo = { timezoneId: 'Asia/Tokyo', locale: 'ja-JP' }

const pinned = 'edition=4&audience=protected'
const addresses = [
  `/?${pinned}`,
  `/kpis/ot-waiting?${pinned}`,
  `/kpis/ot-waiting?${pinned}&view=table`,
  `/kpis/dp-clients?${pinned}&range=12`,
  `/changes?${pinned}&from=2`,
  `/data?${pinned}`,
  `/definitions?${pinned}`,
]

async function picture(browser: Browser, url: string, reader: typeof inTokyo): Promise<Buffer> {
  const context = await browser.newContext({ ...reader, viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\w{3}/)
  await arrived(page)
  await page.evaluate(() => document.fonts.ready)
  const image = await settledPicture(page)
  expect(page.url()).toContain('edition=4')
  await context.close()
  return image
}

/** A slow machine may still be drawing when the network is idle: the picture that does not change any more. */
async function settledPicture(page: Page): Promise<Buffer> {
  const take = () => page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' })
  let image: Buffer = Buffer.alloc(0)
  await expect(async () => {
    const before = image
    image = await take()
    expect(image.equals(before)).toBe(true)
  }).toPass({ intervals: [300], timeout: 150_000 })
  return image
}

for (const address of addresses) {
  test(`${address} gives the same picture to a reader in California and one in Tokyo`, async ({
    browser,
    dashboard,
  }) => {
    const [first, second] = [
      await picture(browser, dashboard + address, inCalifornia),
      await picture(browser, dashboard + address, inTokyo),
    ]
    expect(first.length).toBeGreaterThan(20_000)
    expect(first.equals(second), 'the two screenshots are the same, byte for byte').toBe(true)
  })
}
