import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { settled } from '../support/settled.ts'
import { pages, type Visit } from './pages.ts'

/** Cumulative Layout Shift calls up to 0.1 good; whoever reads aloud from a projector loses the line well before. */
const mostShift = 0.02
type Order = 'as asked' | 'newest first'
const settings: readonly { width: number; order: Order }[] = [
  { width: 360, order: 'as asked' },
  { width: 1280, order: 'newest first' },
]

/** A phone at the edge of a cell: what comes late comes after the first paint, and would push. */
const phone = { latency: 150, bytesPerMillisecond: 200 }

/** Between two replies in milliseconds: each is painted before the next is there, so none hides behind another. */
const apart = 80

/**
 * Lets replies through one at a time, as one thin line would: in the order in which they were asked for, or the
 * newest first. Chromium's own emulation of a slow network never lets go of one reply in some fifty visits.
 */
async function slowDown(context: BrowserContext, order: Order): Promise<void> {
  const waiting: { bytes: number; letThrough: () => void }[] = []
  let isBusy = false
  const serve = async () => {
    if (isBusy) return
    isBusy = true
    for (let next = take(); next; next = take()) {
      await sleep(apart + next.bytes / phone.bytesPerMillisecond)
      next.letThrough()
    }
    isBusy = false
  }
  const take = () => (order === 'newest first' ? waiting.pop() : waiting.shift())
  await context.route('**/*', async (route) => {
    const [response] = await Promise.all([route.fetch(), sleep(phone.latency)])
    const bytes = Number(response.headers()['content-length'] ?? (await response.body()).length)
    const turn = new Promise<void>((letThrough) => waiting.push({ bytes, letThrough }))
    void serve()
    await turn
    await route.fulfill({ response })
  })
}

interface Shift {
  at: number
  size: number
  /** what moved */
  moved: string[]
}

const sumOf = (shifts: readonly Shift[]) => shifts.reduce((total, { size }) => total + size, 0)

/** Collects every shift that no input explains, from before the first byte of the page on. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shift[] = []
    Object.assign(window, { shifts })
    const nameOf = (node: Node | null) =>
      node instanceof Element ? `${node.tagName}.${node.className}`.toLowerCase() : (node?.nodeName ?? '')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number
        hadRecentInput: boolean
        sources: { node: Node | null }[]
      })[]) {
        if (entry.hadRecentInput) continue
        const moved = entry.sources.map(({ node }) => nameOf(node))
        shifts.push({ at: Math.round(entry.startTime), size: entry.value, moved })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** The frame in which the last change was drawn, and the one that would show it shifted. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

async function shiftsOfFirstVisit(
  browser: Browser,
  address: string,
  visit: Visit,
  { width, order }: (typeof settings)[number],
): Promise<Shift[]> {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  await slowDown(context, order)
  await watchShifts(page)
  await page.goto(address + visit.path)
  await visit.ready(page)
  await settled(page)
  await painted(page)
  const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as Shift[])
  await context.unrouteAll({ behavior: 'ignoreErrors' })
  await context.close()
  return shifts
}

for (const visit of pages) {
  test(`hardly anything moves while it loads: ${visit.name}`, async ({ browser, dashboard }) => {
    // at the same time, since nearly all of it is waiting for the line
    const found = await Promise.all(
      settings.map((setting) => shiftsOfFirstVisit(browser, dashboard, visit, setting)),
    )
    for (const [index, shifts] of found.entries()) {
      const { width, order } = settings[index] ?? {}
      const setting = `shifts at ${width} px, replies ${order}: ${JSON.stringify(shifts)}`
      expect.soft(sumOf(shifts), setting).toBeLessThanOrEqual(mostShift)
    }
  })
}

/** Visits the overview with its type held back until something has happened. */
async function visitWithTypeAfter(
  page: Page,
  address: string,
  happened: () => Promise<unknown>,
): Promise<Shift[]> {
  let come = () => {}
  const mayCome = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route('**/*.woff2', async (route) => {
    await mayCome
    await route.continue()
  })
  await watchShifts(page)
  // fonts are part of what a page waits for before it says that it is loaded
  await page.goto(address, { waitUntil: 'commit' })
  await happened()
  come()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForFunction(() => [...document.fonts].filter(({ status }) => status === 'loaded').length > 1)
  await settled(page)
  return page.evaluate(() => Reflect.get(window, 'shifts') as Shift[])
}

test('no line breaks anew for type that comes last', async ({ page, dashboard }) => {
  const script = page.waitForEvent('requestfinished', (request) => request.url().includes('/base-'))
  expect(sumOf(await visitWithTypeAfter(page, dashboard, () => script))).toBeLessThanOrEqual(mostShift)
})

test('no line breaks anew for type that comes after the first picture', async ({ page, dashboard }) => {
  const finding = page.getByRole('heading', { level: 1 })
  // an inline box is as wide as its letters
  const widthOfLetters = () =>
    finding.evaluate((heading) => {
      const letters = document.createRange()
      letters.selectNodeContents(heading)
      return letters.getBoundingClientRect().width
    })
  let width = 0
  const drawn = async () => {
    await expect(finding).toBeVisible()
    await painted(page)
    width = await widthOfLetters()
  }
  expect(sumOf(await visitWithTypeAfter(page, dashboard, drawn))).toBeLessThanOrEqual(mostShift)
  expect(await widthOfLetters()).toBe(width)
})

test('a shift is seen where there is one', async ({ page, dashboard }) => {
  await watchShifts(page)
  await page.goto(`${dashboard}/definitions`)
  // before the first picture nothing can move, and what comes before the page is taken over may go with it
  await settled(page)
  await painted(page)
  await page.evaluate(() => {
    const block = document.createElement('div')
    block.style.height = '200px'
    document.querySelector('main')?.prepend(block)
  })
  await expect
    .poll(async () => sumOf(await page.evaluate(() => Reflect.get(window, 'shifts') as Shift[])))
    .toBeGreaterThan(mostShift)
})
