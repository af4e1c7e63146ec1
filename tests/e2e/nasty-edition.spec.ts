import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { startNastyDashboard } from '../support/nasty-edition/start-nasty-dashboard.ts'
import type { RunningServer } from '../support/servers.ts'
import { axeFindings } from './checks/axe.ts'
import { readPageText } from './checks/text-boxes.ts'
import { textFaults } from './checks/text-faults.ts'
import { arrived } from './pages.ts'
import { paperFaults, readSheets } from './printed-sheets.ts'

/** Every page, and of the page of a measure each case that draws something of its own. */
const paths = [
  '/',
  '/kpis/long-word',
  '/kpis/many-milestones',
  '/kpis/ten-digits?view=table',
  '/kpis/deficit',
  '/kpis/outlier',
  '/kpis/far-target-above',
  '/kpis/far-plan',
  '/kpis/all-withheld',
  '/kpis/one-point',
  '/kpis/right-to-left',
  '/kpis/many-members?dimension=town',
  '/kpis/categories',
  '/kpis/ten-years?range=all',
  '/safeguarding',
  '/plan',
  '/emerging',
  '/actions',
  '/changes',
  '/data',
  '/definitions',
  '/pack',
  '/present?kpi=long-word',
  '/present?kpi=long-word&item=1',
  '/briefing/long-word',
]

// one after the other over one set-up
test.describe.configure({ mode: 'default' })

let nasty: RunningServer
test.beforeAll(async () => {
  nasty = await startNastyDashboard()
})
test.afterAll(() => nasty.stop())

const scrollsSideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** Runs in the browser: words of less than eight points on paper, as they stand there, pictures included. */
function smallPrint(): string[] {
  const least = (8 * 96) / 72 - 0.1
  const walker = document.createTreeWalker(
    document.querySelector('main') ?? document.body,
    NodeFilter.SHOW_TEXT,
  )
  const small = new Set<string>()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const words = node.textContent?.trim()
    if (!element || !words || !element.checkVisibility({ visibilityProperty: true })) continue
    if (element.getBoundingClientRect().width <= 1 || element.closest('.visually-hidden')) continue
    const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.d ?? 1) : 1
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale
    if (size < least) small.add(`${size.toFixed(1)} px: ${words.slice(0, 40)}`)
  }
  return [...small]
}

for (const path of paths) {
  test(`holds whatever an edition brings, on every screen and on paper: ${path}`, async ({ page }) => {
    await page.goto(nasty.address + path)
    await arrived(page)
    for (const width of [360, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 })
      expect.soft(textFaults(await readPageText(page)), `${width} px`).toEqual([])
      expect.soft(await scrollsSideways(page), `scrolls sideways at ${width} px`).toBe(false)
    }
    expect.soft(await axeFindings(page), 'axe').toEqual([])

    await page.emulateMedia({ media: 'print' })
    // a briefing lies along its sheet
    await page.setViewportSize({ width: path.startsWith('/briefing') ? 1032 : 703, height: 900 })
    // a picture is drawn anew at the width of the sheet: until then it is the wide one, made small
    await expect.soft.poll(() => page.evaluate(smallPrint), 'print under 8 points').toEqual([])
    await page.emulateMedia({ media: null })
    const sheets = await readSheets(await page.pdf({ preferCSSPageSize: true }))
    expect(sheets.length).toBeGreaterThan(0)
    expect.soft(paperFaults(sheets, { beginsSheets: path.startsWith('/briefing') })).toEqual([])
  })
}
