import type { Browser, Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { drawn, setInItsType } from '../support/settled.ts'
import { arrived } from './pages.ts'

/**
 * What a person sees of a measure before scrolling: on a projector, a desk and a large screen the finding in two
 * lines, the whole plot with its milestones, and the facts; upright on a tablet the whole plot; on a phone, where it
 * begins in the upper three quarters. Every measure, both audiences: a page each that is led from measure to measure.
 */

interface Size {
  width: number
  height: number
  holds: 'everything' | 'the plot' | 'where it begins'
}
const sizes: readonly Size[] = [
  { width: 1280, height: 720, holds: 'everything' },
  { width: 1280, height: 800, holds: 'everything' },
  { width: 1920, height: 1080, holds: 'everything' },
  { width: 820, height: 1180, holds: 'the plot' },
  // the lower and narrower of two phones: on the other, 390 × 844, everything stands higher
  { width: 360, height: 740, holds: 'where it begins' },
]
/** of the window's height */
const mostShell = [
  { upTo: 1216, pixels: 56 },
  { upTo: Number.POSITIVE_INFINITY, pixels: 72 },
]

/** Where things stand on the page in pixels; of a measure of categories the plot is the first of its pictures. */
const places = (page: Page) =>
  page.evaluate(async () => {
    // one frame for the new size, in which what measures itself does, and one in which that is drawn
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    const box = (selector: string) => {
      const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? {}
      return top === undefined || bottom === undefined ? null : { top, bottom }
    }
    const heading = document.querySelector('h1')
    const line = heading ? Number.parseFloat(getComputedStyle(heading).lineHeight) : Number.NaN
    return {
      scrolled: scrollY,
      lines: heading ? Math.round(heading.getBoundingClientRect().height / line) : Number.NaN,
      shell: box('main')?.top ?? Number.NaN,
      plot: box('[role=application]'),
      pictures: box('main li figure'),
      lane: box('[data-first-screen=lane]'),
      facts: box('[data-first-screen=facts]'),
      widest: document.documentElement.scrollWidth,
    }
  })

function faultsOf(
  { scrolled, lines, shell, plot, pictures, lane, facts, widest }: Awaited<ReturnType<typeof places>>,
  { width, height, holds }: Size,
): string[] {
  const shellRoom = mostShell.find(({ upTo }) => width <= upTo)?.pixels ?? 0
  const begins = (plot ?? pictures)?.top ?? Number.POSITIVE_INFINITY
  const ends = Math.max(plot?.bottom ?? pictures?.bottom ?? 0, lane?.bottom ?? 0)
  const latest = holds === 'where it begins' ? 0.75 * height : height
  return [
    scrolled === 0 ? '' : 'has been scrolled',
    shell <= shellRoom ? '' : `the shell takes ${shell} px`,
    widest <= width ? '' : `is ${widest} px wide`,
    begins <= latest ? '' : `the plot begins at ${begins}`,
    holds === 'where it begins' || ends <= height ? '' : `the plot ends at ${ends}`,
    holds !== 'everything' || lines <= 2 ? '' : `the finding has ${lines} lines`,
    holds !== 'everything' || !plot || (facts && facts.bottom <= height)
      ? ''
      : `the facts end at ${facts?.bottom}`,
  ].filter(Boolean)
}

async function walk(browser: Browser, dashboard: string, audience: 'protected' | 'exact') {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' })
  const role = audience === 'exact' ? 'analyst' : 'public'
  await page.request.post(`${dashboard}/api/v1/session`, { data: { role } })
  const view = `edition=5&audience=${audience}`
  await page.goto(`${dashboard}/definitions?${view}`)
  await arrived(page)
  await setInItsType(page)
  const reply = await page.request.get(`${dashboard}/api/v1/kpis?${view}`)
  const { kpis } = (await reply.json()) as { kpis: { id: string; name: string }[] }
  const faults: string[] = []
  for (const { id, name } of kpis) {
    // as a link of the page does it: a document of its own for each would take ten times as long
    await page.evaluate((to) => history.pushState(null, '', to), `/kpis/${id}?${view}`)
    await page.waitForFunction(
      (begin) =>
        document.querySelector('h1')?.textContent?.startsWith(begin) &&
        document.querySelector('[role=application] svg, main li figure svg'),
      name,
    )
    for (const size of sizes) {
      await page.setViewportSize(size)
      for (const fault of faultsOf(await places(page), size))
        faults.push(`${id}, ${audience}, ${size.width} × ${size.height}: ${fault}`)
    }
  }
  await page.close()
  return { seen: kpis.length, faults }
}

test('a measure stands on the first screen, whichever it is, whoever reads and on whatever', async ({
  browser,
  dashboard,
}) => {
  // at the same time, since most of it is waiting for the next frame
  const walks = await Promise.all([walk(browser, dashboard, 'protected'), walk(browser, dashboard, 'exact')])
  expect(walks.map(({ seen }) => seen)).toEqual([48, 48])
  expect(walks.flatMap(({ faults }) => faults)).toEqual([])
})

const phones = [
  { width: 390, height: 844 },
  { width: 360, height: 740 },
]

/** of a picture or a list, to know what it is */
const enoughOfIt = 56

/** What each page is for, and stands on a projector's and a phone's first screen at least in part. */
const firstExhibits = [
  { path: '/plan', exhibit: 'main table tbody th[scope=row]' },
  { path: '/emerging', exhibit: 'main li svg' },
  { path: '/safeguarding', exhibit: 'main li [role=img]' },
  { path: '/actions', exhibit: 'main table tbody th' },
  { path: '/changes', exhibit: 'main table tbody th' },
]

test('what needs attention, and the first exhibit of every other page, stand on the first screen', async ({
  page,
  dashboard,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(dashboard)
  await arrived(page)
  const called = page.getByRole('region', { name: 'What needs attention' }).getByRole('listitem')
  const wholeOf = async () => {
    const height = page.viewportSize()?.height ?? 0
    const ends = await called.evaluateAll((items) => items.map((item) => item.getBoundingClientRect().bottom))
    return ends.filter((end) => end <= height).length
  }
  expect(await wholeOf()).toBeGreaterThanOrEqual(5)
  for (const phone of phones) {
    await page.setViewportSize(phone)
    // what folds on a narrow screen folds once the page knows of it
    await drawn(page)
    expect(await wholeOf(), `${phone.width} px`).toBeGreaterThanOrEqual(1)
  }
  await page.setViewportSize({ width: 1280, height: 720 })
  for (const { path, exhibit } of firstExhibits) {
    await page.goto(dashboard + path)
    await arrived(page)
    expect((await page.locator(exhibit).first().boundingBox())?.y, path).toBeLessThan(720)
    for (const phone of phones) {
      await page.setViewportSize(phone)
      await drawn(page)
      const { y = Number.NaN, height = 0 } = (await page.locator(exhibit).first().boundingBox()) ?? {}
      expect(y + Math.min(height, enoughOfIt), `${path} at ${phone.width} px`).toBeLessThan(phone.height)
    }
    await page.setViewportSize({ width: 1280, height: 720 })
  }
})

test('what folds on a phone is one press away, and on paper it stands open', async ({ page, dashboard }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`${dashboard}/plan`)
  await arrived(page)
  const choices = page.getByRole('button', { name: 'Filter, sort' })
  const delivery = page.getByRole('combobox', { name: 'Delivery' })
  await expect(choices).toHaveAttribute('aria-expanded', 'false')
  await expect(delivery).toBeHidden()
  await choices.press('Enter')
  await expect(choices).toHaveAttribute('aria-expanded', 'true')
  await delivery.selectOption('complete')
  await expect(page.getByText(/^\d+ of \d+ milestones shown$/)).toBeVisible()
  await choices.press('Enter')
  await expect(delivery).toBeHidden()
  // what is left out can be brought back without opening it
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByText(/^\d+ milestones$/).first()).toBeVisible()
  const counted = page.getByRole('region', { name: 'By delivery' })
  await expect(counted).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(counted).toBeVisible()
})
