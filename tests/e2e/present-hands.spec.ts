import type { BrowserContext, CDPSession, Page } from '@playwright/test'
import { encodePack } from '../../src/domain/packs/pack-text.ts'
import { aPackOf } from '../support/a-pack.ts'
import { expect, test } from '../support/browser-test.ts'
import { openAsServiceLead } from './as-service-lead.ts'

/** What the help says of keys, clickers and fingers, done with real ones, wherever the focus is. */

const pack = aPackOf(
  'Waiting/ot-waiting',
  'Waiting/ot-wait-median',
  'Payments/dp-clients',
  'Payments/dp-starts',
)
const path = `/present?${new URLSearchParams({ edition: '5', items: encodePack(pack) })}`
const slide = (page: Page, place: number) => page.getByRole('article', { name: `${place} of 4` })
const panel = (page: Page) => page.getByRole('link', { name: /The panel and the public/ })
const control = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Presentation controls' }).getByRole('button', { name, exact: true })

async function present(page: Page, address: string) {
  await page.goto(address + path)
  await panel(page).click()
  await expect(slide(page, 1)).toBeVisible()
}

/** Presses, and says which item is shown once the press has had its effect. */
async function press(page: Page, key: string, place: number) {
  await page.keyboard.press(key)
  await expect(slide(page, place), `after ${key}`).toBeVisible()
}

test('clickers and the space bar go on and back, whatever has the focus', async ({ page, dashboard }) => {
  await present(page, dashboard)
  // each of these has been pressed and keeps the focus
  for (const name of ['Back', 'Next', 'Blank', 'All items', 'Full screen', 'Words and keys', 'Leave']) {
    await page.keyboard.press('Home')
    await control(page, name).focus()
    await press(page, 'Space', 2)
    await control(page, name).focus()
    await press(page, 'PageDown', 3)
    await press(page, 'PageUp', 2)
    await press(page, 'ArrowDown', 3)
    await press(page, 'ArrowUp', 2)
    await press(page, 'ArrowRight', 3)
    await press(page, 'ArrowLeft', 2)
    await press(page, 'End', 4)
    await press(page, 'Space', 4)
    await press(page, 'Home', 1)
  }
  await control(page, 'Next').focus()
  await press(page, 'Enter', 2)
  await control(page, 'Back').click()
  await press(page, 'Space', 2)
})

test('a blank screen, all items and the keys are closed by what opened them', async ({ page, dashboard }) => {
  await present(page, dashboard)
  const isBlank = page.getByRole('button', { name: 'Show the screen' })
  for (const key of ['b', '.']) {
    await page.keyboard.press(key)
    await expect(isBlank).toBeVisible()
    await page.keyboard.press(key)
    await expect(isBlank).toHaveCount(0)
  }
  await control(page, 'Blank').click()
  await isBlank.click()
  await expect(isBlank).toHaveCount(0)

  const tiles = page.getByRole('navigation', { name: 'All items' }).getByRole('button')
  await page.keyboard.press('o')
  await expect(tiles.first()).toBeFocused()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('ArrowRight')
  await expect(tiles.nth(2)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(tiles).toHaveCount(0)
  await expect(slide(page, 3)).toBeVisible()
  // what is covered cannot be reached
  await page.keyboard.press('o')
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('[role="toolbar"]') ?? null)).toBeNull()
  // blank means blank, whatever was open
  await page.keyboard.press('b')
  await expect(tiles).toHaveCount(0)
  await page.keyboard.press('Escape')

  const keys = page.getByRole('region', { name: 'Words and keys' })
  await page.keyboard.press('?')
  await page.keyboard.press('?')
  await expect(keys).toHaveCount(0)
  await page.keyboard.press('?')
  await keys.getByRole('button', { name: 'Close' }).click()
  await expect(keys).toHaveCount(0)
  await expect(slide(page, 3)).toBeVisible()
})

test('F fills the screen with the slide alone, and keys go on there', async ({ page, dashboard }) => {
  await present(page, dashboard)
  await control(page, 'Full screen').click()
  const isFull = () =>
    page.evaluate(() => document.fullscreenElement?.contains(document.querySelector('article')))
  await expect.poll(isFull).toBe(true)
  await press(page, 'PageDown', 2)
  await page.keyboard.press('f')
  await expect.poll(isFull).toBeUndefined()
})

test('whoever writes down an action moves no slide', async ({ page, answeredByMock }) => {
  await openAsServiceLead(page, answeredByMock, path)
  await panel(page).click()
  await page.keyboard.press('PageDown')
  await expect(slide(page, 2)).toBeVisible()
  await page.keyboard.press('a')
  const asked = page.getByLabel('What was asked for')
  await asked.pressSequentially('bo. an? f')
  for (const key of ['PageDown', 'PageUp', 'ArrowRight', 'ArrowLeft', 'Home', 'End', 'Space']) {
    await page.keyboard.press(key)
  }
  await expect(asked).toHaveValue('bo. an? f ')
  // the form's buttons are the form's: nothing goes on behind it, and the space bar presses them
  const close = page.getByRole('button', { name: 'Close and keep the draft' })
  await close.focus()
  await page.keyboard.press('PageDown')
  await expect(asked).toBeVisible()
  await page.keyboard.press('Space')
  await expect(asked).toHaveCount(0)
  await expect(slide(page, 2)).toBeVisible()
})

test('the notes’ own window answers to the keys that it names', async ({ page, dashboard }) => {
  await present(page, dashboard)
  const popup = page.waitForEvent('popup')
  await page.keyboard.press('n')
  const notes = await popup
  await notes.getByRole('button', { name: 'Back' }).focus()
  await notes.keyboard.press('Space')
  await expect(slide(page, 2)).toBeVisible()
  await notes.keyboard.press('End')
  await expect(slide(page, 4)).toBeVisible()
  await notes.keyboard.press('Home')
  await expect(slide(page, 1)).toBeVisible()
  await notes.keyboard.press('b')
  await expect(page.getByRole('button', { name: 'Show the screen' })).toBeVisible()
  await notes.keyboard.press('a')
  await expect(notes.getByRole('heading', { name: 'Record an action on item 1' })).toBeVisible()
  await notes.keyboard.press('PageDown')
  await notes.keyboard.press('Escape')
  await expect(notes.getByRole('heading', { name: 'Record an action on item 1' })).toHaveCount(0)
  await expect(notes.getByText(/Speaker’s notes, 1 of 4/)).toBeVisible()
})

test('the browser’s Back leaves, and its Forward comes back to the same item', async ({
  page,
  dashboard,
}) => {
  await present(page, dashboard)
  await press(page, 'PageDown', 2)
  await press(page, 'PageDown', 3)
  await page.goBack()
  await expect(panel(page)).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goForward()
  await expect(slide(page, 3)).toBeVisible()
})

test.describe('by touch', () => {
  for (const [device, viewport] of [
    ['a tablet', { width: 1180, height: 820 }],
    ['a phone', { width: 390, height: 780 }],
  ] as const) {
    test(`swipes go on and back, two fingers enlarge: ${device}`, async ({ browser, dashboard }) => {
      const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport })
      const page = await context.newPage()
      await present(page, dashboard)
      const hand = await aHand(context, page)

      await hand.draw([300, 400], [100, 410])
      await expect(slide(page, 2)).toBeVisible()
      await hand.draw([300, 400], [100, 390])
      await expect(slide(page, 3)).toBeVisible()
      await hand.draw([60, 400], [320, 400])
      await expect(slide(page, 2)).toBeVisible()
      // from the edge, where browsers go back a page
      await hand.draw([2, 400], [300, 400])
      await expect(slide(page, 1)).toBeVisible()
      await hand.draw([2, 400], [300, 400])
      await expect(slide(page, 1)).toBeVisible()
      expect(await overscroll(page)).toEqual(['none', 'none'])
      // up and down reads what is longer than the screen; a tap is none
      await hand.draw([200, 500], [190, 200])
      await hand.draw([200, 500], [215, 500])
      await expect(slide(page, 1)).toBeVisible()

      await hand.pinch([200, 400])
      await expect.poll(() => scaleOf(page)).toBeGreaterThan(1.2)
      await expect(slide(page, 1)).toBeVisible()
      // one finger now moves about what is enlarged
      const left = await leftOf(page)
      await hand.draw([300, 400], [100, 400])
      await expect.poll(() => leftOf(page)).toBeGreaterThan(left)
      await expect(slide(page, 1)).toBeVisible()
      await context.close()
    })
  }

  test('no slide moves under what is open', async ({ browser, dashboard }) => {
    const context = await browser.newContext({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 390, height: 780 },
    })
    const page = await context.newPage()
    await present(page, dashboard)
    const hand = await aHand(context, page)
    await control(page, 'All items').tap()
    await hand.draw([300, 400], [100, 400])
    const tiles = page.getByRole('navigation', { name: 'All items' }).getByRole('button')
    await expect(tiles).toHaveCount(4)
    await tiles.nth(2).tap()
    await expect(slide(page, 3)).toBeVisible()
    await control(page, 'Blank').tap()
    await page.getByRole('button', { name: 'Show the screen' }).tap()
    await expect(slide(page, 3)).toBeVisible()
    await context.close()
  })
})

const overscroll = (page: Page) =>
  page.evaluate(() =>
    [document.documentElement, document.querySelector('dialog[open]')].map((element) =>
      element ? getComputedStyle(element).overscrollBehaviorX : null,
    ),
  )
const scaleOf = (page: Page) => page.evaluate(() => window.visualViewport?.scale ?? 0)
const leftOf = (page: Page) => page.evaluate(() => window.visualViewport?.offsetLeft ?? 0)

type Point = readonly [x: number, y: number]
const steps = 8

/** Fingers as the browser itself gets them: it may scroll, enlarge, go back, and cancel what the page was told. */
async function aHand(context: BrowserContext, page: Page) {
  const session = await context.newCDPSession(page)
  const along = ([x, y]: Point, [toX, toY]: Point, step: number): Point => [
    x + ((toX - x) * step) / steps,
    y + ((toY - y) * step) / steps,
  ]
  return {
    async draw(from: Point, to: Point) {
      await touch(session, 'touchStart', [from])
      for (let step = 1; step <= steps; step += 1) {
        await touch(session, 'touchMove', [along(from, to, step)])
      }
      await touch(session, 'touchEnd', [])
    },
    /** two fingers, drawn apart */
    async pinch([x, y]: Point) {
      const fingers = (step: number): Point[] => [
        [x - 20 - 12 * step, y],
        [x + 20 + 12 * step, y],
      ]
      await touch(session, 'touchStart', fingers(0).slice(0, 1))
      await touch(session, 'touchStart', fingers(0))
      for (let step = 1; step <= steps; step += 1) await touch(session, 'touchMove', fingers(step))
      await touch(session, 'touchEnd', [])
    },
  }
}

function touch(session: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) {
  return session.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: points.map(([x, y], id) => ({ x, y, id })),
  })
}
