import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { faultsOfListening } from './listening.ts'
import { open, pages, type Visit } from './pages.ts'

/** What a screen reader is given, read from the browser's own accessibility tree. */
interface TreeNode {
  role: string
  name: string
  level: number | null
  live: string
}

const needName = new Set(
  'application button checkbox combobox dialog link listbox navigation radio region searchbox table textbox'.split(
    ' ',
  ),
)

async function readTree(page: Page): Promise<TreeNode[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => {
      const property = (wanted: string) => properties.find((one) => one.name === wanted)?.value.value
      return {
        role: String(role?.value ?? ''),
        name: String(name?.value ?? '').trim(),
        level: Number(property('level') ?? Number.NaN) || null,
        live: String(property('live') ?? ''),
      }
    })
}

const count = (tree: readonly TreeNode[], role: string) => tree.filter((node) => node.role === role).length

/** Headings that stand more than one level below the heading before them. */
function skippedHeadings(tree: readonly TreeNode[]): string[] {
  const headings = tree.filter(({ role }) => role === 'heading')
  return headings
    .filter(({ level }, index) => (level ?? 0) > (headings[index - 1]?.level ?? 0) + 1)
    .map(({ name }) => name)
}

async function checkTree(page: Page, address: string, visit: Visit) {
  await open(page, address, visit)
  const tree = await readTree(page)
  expect(tree.filter(({ role, name }) => needName.has(role) && name === '')).toEqual([])
  expect(['banner', 'main', 'contentinfo'].map((role) => count(tree, role))).toEqual(
    visit.isBare ? [0, 1, 0] : [1, 1, 1],
  )
  expect(tree.filter(({ role, level }) => role === 'heading' && level === 1)).toHaveLength(1)
  expect(skippedHeadings(tree)).toEqual([])
  expect(tree.filter(({ live }) => live === 'assertive')).toEqual([])
  expect(await faultsOfListening(page)).toEqual([])
}

for (const visit of pages) {
  test(`names, landmarks, headings and live regions are in order: ${visit.name}`, ({ page, dashboard }) =>
    checkTree(page, dashboard, visit))
}

/** What can be pressed and is smaller than 24 px either way; a link within a sentence may be. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, input, summary, nav a, footer a')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}×${box.height}`),
  )
}

/** Criterion 1.4.12: a reader's own spacing, as the criterion gives it. */
const wideSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

const overhang = (page: Page) =>
  page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth)

for (const visit of pages) {
  test(`targets, spacing and larger text leave the page whole: ${visit.name}`, async ({
    page,
    dashboard,
  }) => {
    await open(page, dashboard, visit)
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await smallTargets(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.evaluate(() => {
      document.documentElement.dataset.textSize = '150'
    })
    expect(await overhang(page), 'pixels that stick out at 150% text').toBeLessThanOrEqual(0)
    // constructed, because the page's own policy takes no style element from outside
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(rules)
      document.adoptedStyleSheets = [sheet]
    }, wideSpacing)
    expect(await overhang(page), 'pixels that stick out with wide spacing').toBeLessThanOrEqual(0)
  })
}

/** Tab from the beginning to the end: what had the focus, and whether that could be seen. */
async function tabThrough(page: Page): Promise<{ stops: number; unseen: string[]; hasEnded: boolean }> {
  const unseen: string[] = []
  for (let stops = 0; stops < 600; stops += 1) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return null
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      const { width, height } = element.getBoundingClientRect()
      const isMarked = outlineStyle !== 'none' && outlineWidth !== '0px' && width > 1 && height > 1
      // the first line of it: the middle of a link that is parted over two lines may lie outside it
      const line = element.getClientRects()[0] ?? element.getBoundingClientRect()
      const y = Math.min(Math.max(line.top + line.height / 2, 0), innerHeight - 1)
      const onTop = document.elementFromPoint(line.left + line.width / 2, y)
      const isSeen = isMarked && onTop !== null && (element.contains(onTop) || onTop.contains(element))
      return { isSeen, html: element.outerHTML.slice(0, 100) }
    })
    if (!stop) return { stops, unseen, hasEnded: true }
    if (!stop.isSeen) unseen.push(stop.html)
  }
  return { stops: 600, unseen, hasEnded: false }
}

for (const visit of pages) {
  test(`Tab goes through to the end and its place can always be seen: ${visit.name}`, async ({
    page,
    dashboard,
  }) => {
    await open(page, dashboard, visit)
    const { stops, unseen, hasEnded } = await tabThrough(page)
    expect(stops).toBeGreaterThan(5)
    expect(unseen).toEqual([])
    expect(hasEnded).toBe(true)
  })
}
