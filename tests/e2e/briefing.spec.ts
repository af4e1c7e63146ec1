import { expect, test } from '../support/browser-test.ts'
import { filesOf, inCalifornia, inTokyo, picture, savedFile } from './briefing-files.ts'

const pinned = 'edition=4&audience=protected'

test.describe('two readers of a pinned briefing', () => {
  // what may be wrong only now and then would be wrong for somebody: decision 0023
  test.describe.configure({ retries: 0 })

  for (const address of [
    `/briefing/ot-waiting?${pinned}`,
    `/briefing/care-act-within-28?${pinned}&layers=limits.forecast.comparators&format=half`,
    `/briefing/ot-waiting?${pinned}&also=dp-clients,contract-reviews`,
  ]) {
    test(`${address} gives two readers with other settings the same files, byte for byte`, async ({
      browser,
      dashboard,
    }) => {
      const first = await filesOf(browser, dashboard + address, inCalifornia)
      const second = await filesOf(browser, dashboard + address, inTokyo)
      expect(first.svg.bytes.length).toBeGreaterThan(20_000)
      expect(first.svg.bytes.equals(second.svg.bytes), 'the same SVG').toBe(true)
      expect(first.png.bytes.length).toBeGreaterThan(20_000)
      expect(first.png.bytes.equals(second.png.bytes), 'the same PNG').toBe(true)
      expect(first.svg.name).toMatch(/^2025-0\d_[a-z0-9-]+(_and-2-more)?_edition-4\.svg$/)
    })
  }
})

test('an SVG stands by itself: words, fonts, what it is and how it is marked', async ({
  page,
  dashboard,
}) => {
  await page.goto(`${dashboard}/briefing/ot-waiting?${pinned}`)
  const { bytes } = await savedFile(page, 'SVG')
  const svg = bytes.toString('utf8')
  expect(svg).toContain('<title>Waiting for OT assessment')
  expect(svg).toMatch(/<dc:rights[^>]*>OFFICIAL</)
  expect(svg).toContain('Illustrative data')
  expect(svg).toContain('data:font/woff2;base64,')
  expect(svg).not.toMatch(/var\(--|class=|<foreignObject|url\(http/)
})

test('a PNG is one, two or three times the board', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/briefing/ot-waiting?${pinned}`)
  const { bytes, name } = await savedFile(page, 'PNG 3×')
  expect(name).toMatch(/\.png$/)
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([4800, 2700])
  expect(bytes.includes('Illustrative data: invented figures')).toBe(true)
})

test('the picture in the page is text in the fonts of the page, from the drawing that is saved', async ({
  page,
  dashboard,
}) => {
  await page.goto(`${dashboard}/briefing/ot-waiting?${pinned}`)
  await expect(picture(page)).toBeVisible()
  const words = await picture(page).locator('text').allTextContents()
  expect(words.join(' ')).toContain('Illustrative data')
  expect(words).toContain('OFFICIAL')
  const { bytes } = await savedFile(page, 'SVG')
  const svg = bytes.toString('utf8')
  expect(words.filter((text) => !svg.includes(text.replaceAll('&', '&amp;')))).toEqual([])
  await expect(page.locator('img, object, embed')).toHaveCount(0)
})

test('a PNG whose words a browser does not paint is refused in words', async ({ page, dashboard }) => {
  // as WebKit does while the fonts inside an image are not ready
  await page.addInitScript(() => {
    const createUrl = URL.createObjectURL
    const wordless =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    URL.createObjectURL = (file) =>
      createUrl(file instanceof Blob && file.type.startsWith('image/svg') ? new Blob([wordless], file) : file)
  })
  await page.goto(`${dashboard}/briefing/ot-waiting?${pinned}`)
  await page.getByRole('button', { name: 'PNG 1×' }).click()
  await expect(page.getByText(/without its words\. Save it as SVG/)).toBeVisible()
})

test('from the overview to a copied image with its alt text in three presses', async ({
  browser,
  dashboard,
}) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(dashboard)
  await page
    .getByRole('link', { name: /^Briefing ?: / })
    .first()
    .click()
  await page.getByRole('button', { name: 'Copy image' }).click()
  await expect(page.getByText('Image copied')).toBeVisible()
  const kinds = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  )
  expect(kinds).toEqual(['image/png'])
  await page.getByRole('button', { name: 'Copy alt text' }).click()
  await expect(page.getByText('Alt text copied')).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toMatch(/Edition 5, September 2025\. Illustrative data: invented figures\.$/)
  expect(await picture(page).getAttribute('aria-label')).toBe(text)
  await context.close()
})

for (const [width, height] of [
  [1600, 900],
  [1280, 720],
] as const) {
  test(`the whole picture stands in a window of ${width} × ${height}, with nothing to scroll`, async ({
    browser,
    dashboard,
  }) => {
    const context = await browser.newContext({ viewport: { width, height } })
    const page = await context.newPage()
    await page.goto(`${dashboard}/briefing/ot-waiting?${pinned.replace('4', '5')}&view=clean`)
    await expect(picture(page)).toBeVisible()
    const over = await page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.documentElement.scrollHeight - innerHeight,
    ])
    expect(over).toEqual([0, 0])
    expect(await picture(page).boundingBox()).toEqual({ x: 0, y: 0, width, height })
    await context.close()
  })
}

test('F leaves the picture alone, and brings the controls back', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/briefing/ot-waiting`)
  await expect(page.getByRole('button', { name: 'Copy image' })).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: 'Copy image' })).toHaveCount(0)
  await expect(page).toHaveURL(/view=clean/)
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: 'Copy image' })).toBeVisible()
})

test('F is a letter like any other to who has switched single keys off', async ({ page, dashboard }) => {
  await page.goto(dashboard)
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('group', { name: 'Keys of one character' }).getByLabel('Off').check()
  await page.goto(`${dashboard}/briefing/ot-waiting`)
  await expect(picture(page)).toBeVisible()
  await page.keyboard.press('f')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Copy image' })).toBeVisible()
})

test('an earlier edition keeps its picture, and says what the newest says otherwise of this measure', async ({
  page,
  dashboard,
}) => {
  await page.goto(`${dashboard}/briefing/ot-waiting?${pinned}`)
  await expect(picture(page)).toHaveAttribute('aria-label', /Edition 4, /)
  await expect(page.getByText(/^For this measure: 1 new figure/)).toBeVisible()
})
