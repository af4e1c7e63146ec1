import type { Page, Response } from '@playwright/test'
import { encodePack } from '../../src/domain/packs/pack-text.ts'
import { packOfTen } from '../support/a-pack.ts'
import { expect, test } from '../support/browser-test.ts'
import { drawn, settled } from '../support/settled.ts'
import { openAsServiceLead } from './as-service-lead.ts'
import { axeFindings } from './checks/axe.ts'
import { readPageText } from './checks/text-boxes.ts'
import { textFaults } from './checks/text-faults.ts'
import { tabTo } from './keyboard.ts'

/** A pack of ten is projected: by keyboard, as the panel whatever the presenter is, and with the network gone. */

const trendsAndTables = {
  ...packOfTen,
  items: packOfTen.items.map((item) =>
    item.ref.kind === 'breakdown'
      ? { ...item, ref: { ...item.ref, kind: 'trend' as const, search: {} } }
      : item,
  ),
}
const path = `/present?${new URLSearchParams({ edition: '5', items: encodePack(trendsAndTables) })}`
const slide = (page: Page, place: number) => page.getByRole('article', { name: `${place} of 10` })
const panel = (page: Page) => page.getByRole('link', { name: /The panel and the public/ })

// the mouse on the mock, the keyboard on the service: that both answer alike is proved in tests/contract
test('ten items are presented with the keyboard alone', async ({ page, dashboard }) => {
  await page.goto(dashboard + path)
  await tabTo(page, panel(page))
  await page.keyboard.press('Enter')
  await expect(slide(page, 1).getByRole('heading', { level: 1 })).toContainText('OT assessment')
  await expect(slide(page, 1)).toContainText('Shown to: panel and public')

  await page.keyboard.press('PageDown')
  await expect(slide(page, 2)).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(slide(page, 1)).toBeVisible()
  await page.keyboard.press('End')
  await expect(slide(page, 10)).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(slide(page, 10)).toBeVisible()

  await page.keyboard.press('b')
  await expect(page.getByText('The screen is blank')).toBeAttached()
  await page.keyboard.press('b')
  await expect(page.getByText('The screen is blank')).not.toBeAttached()

  await page.keyboard.press('o')
  const tiles = page.getByRole('navigation', { name: 'All items' }).getByRole('button')
  await expect(tiles).toHaveCount(10)
  await expect(tiles.last()).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(slide(page, 9)).toBeVisible()

  // one Escape closes one thing: only the last leaves the screen
  await page.keyboard.press('b')
  await page.keyboard.press('Escape')
  await expect(page.getByText('The screen is blank')).not.toBeAttached()
  await page.keyboard.press('?')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Words and keys' })).toHaveCount(0)
  await page.keyboard.press('o')
  await page.keyboard.press('Escape')
  await expect(tiles).toHaveCount(0)
  await expect(slide(page, 9)).toBeVisible()
  await expect(page.getByRole('dialog')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeVisible()
})
test.describe('what the projecting window receives', () => {
  test('what is projected to the panel by an analyst holds nothing but what the panel may have', async ({
    page,
    request,
    dashboard,
  }) => {
    await page.request.post(`${dashboard}/api/v1/session`, { data: { role: 'analyst' } })
    const received: Response[] = []
    page.on('response', (response) => received.push(response))
    await page.goto(dashboard + path)
    await expect(page.getByRole('link', { name: /Officers only/ })).toBeVisible()
    await panel(page).click()
    await expect(slide(page, 1)).toBeVisible()
    await page.keyboard.press('End')
    await expect(slide(page, 10)).toBeVisible()
    await settled(page)

    const figures = received.filter(
      (response) =>
        /\/api\/v1\//.test(response.url()) && !/\/(session|editions|organisation)$/.test(response.url()),
    )
    expect(figures.length).toBeGreaterThan(5)
    for (const response of figures) {
      // asked again by nobody in particular: the same, to the byte
      const asked = await request.get(response.url())
      expect(asked.status(), response.url()).toBe(200)
      expect(await response.text(), response.url()).toBe(await asked.text())
    }
    const documents = received.filter((response) => response.request().resourceType() === 'document')
    for (const document of documents) expect(await document.text()).not.toContain('"points"')
  })
})

test('once opened it goes on to its last item with the network gone', async ({
  page,
  context,
  dashboard,
}) => {
  await page.goto(dashboard + path)
  await panel(page).click()
  await expect(slide(page, 1)).toBeVisible()
  await context.setOffline(true)
  for (let place = 2; place <= 10; place += 1) {
    await page.keyboard.press('ArrowRight')
    await expect(slide(page, place).getByRole('heading', { level: 1 })).toHaveText(/\w{3}/)
    await expect(slide(page, place)).not.toContainText('cannot be shown')
  }
})

test('notes stand in a window of their own, which leads the screen', async ({ page, dashboard }) => {
  await page.goto(dashboard + path)
  await panel(page).click()
  await expect(slide(page, 1)).toBeVisible()
  const popup = page.waitForEvent('popup')
  await page.keyboard.press('n')
  const notes = await popup
  await expect(notes.getByRole('heading', { name: 'Questions worth asking' })).toBeVisible()
  // it says which edition it is, and offers no other: that would be another presentation
  await expect(
    notes.getByText(/^Speaker’s notes, 1 of 10.* Edition 5, .* Illustrative data\. OFFICIAL/),
  ).toBeVisible()
  await expect(notes.getByRole('banner').or(notes.getByRole('combobox'))).toHaveCount(0)
  const question = await notes.getByRole('listitem').first().innerText()
  await expect(page.getByRole('dialog')).not.toContainText(question)
  await notes.getByRole('button', { name: 'Next' }).click()
  await expect(slide(page, 2)).toBeVisible()
})

test('an officer records what the room asks for without leaving', async ({ page, answeredByMock }) => {
  await openAsServiceLead(page, answeredByMock, path)
  await panel(page).click()
  await expect(slide(page, 1)).toBeVisible()
  await page.keyboard.press('a')
  await page.getByLabel('What was asked for').fill('Say what replaces the surge team')
  await page.getByLabel('Role that owns it').fill('OT Lead')
  await page.getByLabel('Board or panel that asked').fill('HASSP')
  await page.getByLabel('Due', { exact: true }).fill('2027-01-15')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(page.getByText(/Recorded as A\d+/)).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(slide(page, 1)).toBeVisible()
})

/** What a screen may be, and whether it is one that is held: a window on a desk of that size has been enlarged. */
const shapes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 820, height: 1180 },
  { width: 844, height: 390 },
  { width: 390, height: 844 },
]

/** How far a slide scrolls or lies beyond its screen, and its smallest words as a share of the screen's shorter side. */
const fitOf = (page: Page) =>
  page.evaluate(() => {
    const screen = document.querySelector('dialog')
    const slide = screen?.querySelector('article')
    if (!screen || !slide) throw new Error('nothing is presented')
    const words = [
      ...slide.querySelectorAll<HTMLElement | SVGTextElement>('h1, p, b, span, th, td, text'),
    ].filter((element) =>
      [...element.childNodes].some(
        ({ nodeType, data }: Node & { data?: string }) => nodeType === 3 && data?.trim(),
      ),
    )
    const sizes = words.map((element) => {
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      return element instanceof SVGTextElement ? size * (element.getScreenCTM()?.a ?? 1) : size
    })
    const ends = [...slide.querySelectorAll('h1, p, li, table, svg')].map(
      (element) => element.getBoundingClientRect().bottom,
    )
    return {
      scrolls: screen.scrollHeight - screen.clientHeight,
      beyond: Math.max(0, Math.round(Math.max(...ends) - slide.getBoundingClientRect().bottom)),
      least: Math.min(...sizes) / Math.min(innerWidth, innerHeight),
    }
  })

test('every screen can be read: whole on a screen of any shape, no text overlaps or is cut, and axe finds nothing', async ({
  browser,
  dashboard,
}) => {
  // a device that is held: a low window on a desk would be one that a reader has enlarged
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 1280, height: 720 },
  })
  const page = await context.newPage()
  await page.goto(dashboard + path)
  await panel(page).click()
  await expect(slide(page, 1)).toBeVisible()
  for (let place = 1; place <= 10; place += 1) {
    await expect(slide(page, place)).toBeVisible()
    for (const size of shapes) {
      await page.setViewportSize(size)
      await drawn(page)
      const at = `item ${place}, ${size.width} × ${size.height}`
      const { scrolls, beyond, least } = await fitOf(page)
      expect.soft({ scrolls, beyond }, at).toEqual({ scrolls: 0, beyond: 0 })
      expect.soft(least, at).toBeGreaterThanOrEqual(0.028)
      expect.soft(textFaults(await readPageText(page)), at).toEqual([])
    }
    expect.soft(await axeFindings(page, { within: 'dialog' }), `item ${place}`).toEqual([])
    await page.keyboard.press('ArrowRight')
  }
  await context.close()
})

test('a window that a reader has enlarged scrolls, in words of the usual size', async ({
  page,
  dashboard,
}) => {
  await page.goto(dashboard + path)
  await panel(page).click()
  for (const size of [
    { width: 640, height: 360 },
    { width: 320, height: 256 },
  ]) {
    await page.setViewportSize(size)
    await drawn(page)
    await expect(slide(page, 1).getByRole('heading', { level: 1 })).toHaveCSS('font-size', '26px')
    expect.soft(textFaults(await readPageText(page)), `${size.width} px`).toEqual([])
  }
})
