import type { Browser, Page } from '@playwright/test'
import { OverviewReply } from '../../src/contract/overview.ts'
import { apiBase, paths } from '../../src/contract/paths.ts'
import { formatValue } from '../../src/domain/measures/format.ts'
import { expect, test } from '../support/browser-test.ts'
import { settled } from '../support/settled.ts'
import { axeFindings } from './checks/axe.ts'

const view = { edition: 5, audience: 'protected' } as const
const pinned = `?edition=${view.edition}&audience=${view.audience}`
const drawnPages = [
  '/',
  '/kpis/ot-waiting',
  '/kpis/sg-location',
  '/safeguarding',
  '/plan',
  '/emerging',
  '/changes',
  '/data',
  '/definitions',
  '/methods',
  '/accessibility',
]

interface Watched {
  shift: number
  /** what the app put in place of what stood: by tag, and the words that went */
  replaced: string[]
}

/** Notes, from the first byte on, every shift and every element that is taken out of the page. */
async function watch(page: Page) {
  await page.addInitScript(() => {
    const watched: Watched = { shift: 0, replaced: [] }
    Object.assign(window, { watched })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) watched.shift += Number(Reflect.get(entry, 'value'))
    }).observe({ type: 'layout-shift', buffered: true })
    document.addEventListener('DOMContentLoaded', () => {
      const root = document.getElementById('root')
      if (!root) return
      new MutationObserver((changes) => {
        for (const node of changes.flatMap(({ removedNodes }) => [...removedNodes])) {
          if (node instanceof Element)
            watched.replaced.push(`${node.tagName} ${node.textContent.slice(0, 60)}`)
        }
      }).observe(root, { subtree: true, childList: true })
    })
  })
}

/** Those that are opened most often by an address that names no edition: the app comes to name it. */
const unpinned = ['/', '/plan']

const watchedOn = (page: Page) => page.evaluate(() => Reflect.get(window, 'watched') as Watched)

for (const path of [...unpinned, ...drawnPages.map((page) => page + pinned)]) {
  test(`${path} arrives drawn, and the app takes it over without a word, a request or a move`, async ({
    page,
    dashboard,
  }) => {
    const said: string[] = []
    const asked: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', ({ message }) => said.push(message))
    page.on('request', (request) => {
      if (request.url().includes(apiBase)) asked.push(request.url())
    })
    await watch(page)
    const reply = await page.goto(dashboard + path)
    expect(await reply?.text()).toMatch(/<h1[^>]*>[^<]/)
    await settled(page)
    expect(page.url()).toContain(pinned)
    const { shift, replaced } = await watchedOn(page)
    expect(said).toEqual([])
    expect(asked).toEqual([])
    expect(shift).toBe(0)
    // pictures that are drawn for their width stand for usual ones until it is measured
    expect(replaced.filter((one) => !/^(DIV|svg)/.test(one))).toEqual([])
    if (!path.startsWith('/kpis')) expect(replaced).toEqual([])
  })
}

test('the chart library comes when somebody reaches for the chart, and moves nothing', async ({
  page,
  dashboard,
}) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (/TrendChart/.test(request.url())) scripts.push(request.url())
  })
  await watch(page)
  await page.goto(`${dashboard}/kpis/ot-waiting${pinned}`)
  await settled(page)
  expect(scripts).toEqual([])
  const plot = page.getByRole('application').first()
  await expect(plot.locator('svg text').first()).toBeVisible()
  const before = await plot.screenshot()
  await plot.focus()
  await expect(plot.locator('.recharts-wrapper')).toBeVisible()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  expect(scripts.length).toBeGreaterThan(0)
  expect((await watchedOn(page)).shift).toBe(0)
  expect((await plot.screenshot()).equals(before)).toBe(true)
})

/** A page whose app waits outside until it is let in. */
async function openBeforeApp(page: Page, address: string): Promise<() => void> {
  let come = () => {}
  const mayCome = new Promise<void>((resolve) => {
    come = resolve
  })
  await page.route(/\/assets\/(?!settings).*\.js/, async (route) => {
    await mayCome
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  return come
}

test('a button that is pressed before the app has come is answered when it has', async ({
  page,
  dashboard,
}) => {
  const come = await openBeforeApp(page, `${dashboard}/kpis/ot-waiting${pinned}`)
  await page.getByRole('button', { name: 'Before and after: Equipment pathway redesigned' }).click()
  come()
  await expect(page).toHaveURL(/change=M04/)
})

test('what is opened, chosen or written before the app has come is answered when it has', async ({
  browser,
  dashboard,
}) => {
  const early = async (path: string, act: (page: Page) => Promise<unknown>) => {
    const page = await browser.newPage()
    const come = await openBeforeApp(page, dashboard + path + pinned)
    await act(page)
    come()
    return page
  }
  const opened = await early('/kpis/ot-waiting', (page) =>
    page.getByText('Download: Waiting for OT assessment', { exact: true }).click(),
  )
  await expect(opened.getByRole('button', { name: /^CSV/ })).toBeVisible()
  const written = await early('/', (page) => page.getByRole('searchbox').first().fill('contract'))
  await expect(written.getByRole('heading', { level: 1 })).toContainText(/\d+ measures?/)
  await expect(written).toHaveURL(/find=contract/)
  const chosen = await early('/', async (page) => {
    await page.getByRole('combobox', { name: /^Theme/ }).selectOption('waiting')
    await page.getByRole('columnheader', { name: 'Latest' }).getByRole('button').click()
  })
  await expect(chosen).toHaveURL(/theme=waiting/)
  await expect(chosen).toHaveURL(/sort=value/)
  await Promise.all([opened, written, chosen].map((page) => page.close()))
})

test('keys of the app that are pressed before it has come are answered when it has, with what is typed', async ({
  browser,
  dashboard,
}) => {
  const early = async (path: string, act: (page: Page) => Promise<unknown>) => {
    const page = await browser.newPage()
    const come = await openBeforeApp(page, dashboard + path + pinned)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await act(page)
    come()
    return page
  }
  const finds = await early('/definitions', async (page) => {
    await page.keyboard.press('/')
    await page.keyboard.type('waitng for ot')
  })
  const field = finds.getByRole('combobox', { name: /measure, milestone, action or page/ })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('waitng for ot')
  await expect(finds.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
    'Waiting for OT assessment',
  )
  const helps = await early('/plan', (page) => page.keyboard.press('?'))
  await expect(helps.getByRole('dialog', { name: 'Words and keys' })).toBeVisible()
  const reads = await early('/kpis/ot-waiting', async (page) => {
    await page.getByRole('application').first().focus()
    await page.keyboard.press('ArrowLeft')
  })
  await expect(reads.locator('[data-active=true]').first()).toHaveText(/^30 Sep 2025: /)
  await expect(reads.locator('.recharts-wrapper').first()).toBeVisible()
  await Promise.all([finds, helps, reads].map((page) => page.close()))
})

test('what a reader chose does not flash: it is there before anything is painted', async ({
  page,
  dashboard,
}) => {
  await page.goto(dashboard + pinned)
  await page.evaluate(() =>
    localStorage.setItem(
      'preferences',
      JSON.stringify({ state: { theme: 'dark', textSize: '125' }, version: 0 }),
    ),
  )
  // the app itself never comes
  await page.route(/\/assets\/index-.*\.js/, () => {})
  await page.goto(dashboard + pinned, { waitUntil: 'commit' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '125')
})

async function withoutScripts(browser: Browser, address: string, width = 1280) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 800 } })
  const page = await context.newPage()
  await page.goto(address)
  return { page, close: () => context.close() }
}

test('without scripts the overview has every measure, its figure as the API gives it, and links that lead on', async ({
  browser,
  dashboard,
}) => {
  const overview = OverviewReply.parse(await (await fetch(dashboard + apiBase + paths.overview(view))).json())
  for (const width of [1280, 360]) {
    const { page, close } = await withoutScripts(browser, `${dashboard}/${pinned}`, width)
    for (const kpi of overview.kpis) {
      const { id, name, series } = kpi
      const row = page.getByRole('row').filter({ has: page.locator(`a[href^="/kpis/${id}?"]`) })
      await expect(row).toContainText(name)
      const value = series.points.at(-1)?.value
      if (value !== null && value !== undefined)
        await expect(row, name).toContainText(formatValue(kpi, value))
    }
    await expect(page.getByText('No scripts run here')).toBeVisible()
    await page.getByRole('link', { name: 'Improvement plan' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('milestones')
    await close()
  }
})

test('without scripts a measure has its finding, its picture and its table', async ({
  browser,
  dashboard,
}) => {
  for (const width of [1280, 820, 360]) {
    const { page, close } = await withoutScripts(browser, `${dashboard}/kpis/ot-waiting${pinned}`, width)
    await expect(page).toHaveTitle(/^Waiting for OT assessment/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('no evidence of real change')
    await expect(page.locator('[role=application] svg:visible')).toHaveCount(1)
    await expect(page.getByRole('cell', { name: '310', exact: false }).first()).toBeVisible()
    await expect(page.locator('button.button:visible, select:visible, input:visible')).toHaveCount(0)
    await close()
  }
})

test('what is drawn without the app has no fault that axe finds', async ({ page, dashboard }) => {
  // axe is a script: the app is kept away, and with it everything that the reader without scripts does not have
  await page.route(/\/assets\/(?!settings).*\.js/, (route) => route.abort())
  for (const path of ['/', '/kpis/ot-waiting', '/plan', '/safeguarding', '/emerging']) {
    await page.goto(dashboard + path + pinned)
    expect.soft(await axeFindings(page), path).toEqual([])
  }
})

test('links to a measure and to a page have a picture that the service paints', async ({
  request,
  dashboard,
}) => {
  const pictures = [
    // of a whole, and of categories
    ['/kpis/ot-waiting', 'edition-5/ot-waiting'],
    ['/kpis/sg-location', 'edition-5/sg-location'],
    ['/briefing/ot-waiting', 'edition-5/ot-waiting'],
    ['/', 'pages-of-edition-5/overview'],
    ['/plan', 'pages-of-edition-5/plan'],
    ['/emerging', 'pages-of-edition-5/emerging'],
    ['/safeguarding', 'pages-of-edition-5/safeguarding'],
    ['/changes', 'pages-of-edition-5/changes'],
  ]
  for (const [path, picture] of pictures) {
    const html = await (await request.get(dashboard + path)).text()
    const named = /<meta property="og:image" content="([^"]*)">/.exec(html)?.[1]
    expect(named).toBe(`${dashboard}/pictures/${picture}.png`)
    const png = await (await request.get(named ?? '')).body()
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
    // with its type and its lines: an empty one of that size has a tenth of it
    expect(png.length).toBeGreaterThan(40_000)
  }
})
