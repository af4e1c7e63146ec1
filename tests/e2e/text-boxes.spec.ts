import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { arrived, failures, open, pages } from './pages.ts'
import { readPageText } from './text-boxes.ts'
import { textFaults } from './text-faults.ts'

/** How wide the window is, and what the reader has asked of the text. */
interface Setting {
  name: string
  width: number
  /** of the browser's own text, as a reader sets it there */
  textSize?: string
  hasWideSpacing?: true
  isPrint?: true
}

const widths: Setting[] = [
  { name: '360 px', width: 360 },
  { name: '1280 px', width: 1280 },
  { name: '1920 px', width: 1920 },
]

/** Criteria 1.4.4, 1.4.10 (320 px are 1280 px at 400%) and 1.4.12. */
const adapted: Setting[] = [
  { name: '320 px', width: 320 },
  { name: '360 px, text of 150%', width: 360, textSize: '150%' },
  { name: '1280 px, text of 200%', width: 1280, textSize: '200%' },
  { name: '1280 px, wide spacing', width: 1280, hasWideSpacing: true },
  { name: '360 px, wide spacing', width: 360, hasWideSpacing: true },
]

/** A4 less its margins, in CSS pixels. */
const paper: Setting = { name: 'print', width: 703, isPrint: true }

/** The spacing of criterion 1.4.12, to the letter. */
const wideSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

async function set(page: Page, { width, textSize = '', hasWideSpacing, isPrint }: Setting) {
  await page.emulateMedia({ media: isPrint ? 'print' : 'screen' })
  await page.evaluate(
    ([size, rules]) => {
      document.documentElement.style.fontSize = size
      // constructed, because the page's own policy takes no style element from outside
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(rules)
      document.adoptedStyleSheets = [sheet]
    },
    [textSize, hasWideSpacing ? wideSpacing : ''] as const,
  )
  await page.setViewportSize({ width, height: 900 })
}

async function expectWholeText(page: Page, settings: readonly Setting[]) {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  for (const setting of settings) {
    await set(page, setting)
    expect.soft(textFaults(await readPageText(page)), setting.name).toEqual([])
  }
}

for (const visit of pages) {
  test(`no text overlaps or is cut: ${visit.name}`, async ({ page, dashboard }) => {
    await open(page, dashboard, visit)
    await expectWholeText(page, [...widths, ...adapted, paper])
  })

  test(`no text overlaps or is cut, as an officer sees it: ${visit.name}`, async ({ page, dashboard }) => {
    await page.request.post(`${dashboard}/api/v1/session`, { data: { role: 'analyst' } })
    // what an officer sees has a heading of its own
    await page.goto(dashboard + visit.path)
    await arrived(page)
    await expectWholeText(page, [...widths, paper])
  })
}

for (const visit of failures) {
  test(`no text overlaps or is cut: ${visit.name}`, async ({ page, mockApp }) => {
    await open(page, mockApp, visit)
    await expectWholeText(page, widths.slice(0, 2))
  })
}

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
