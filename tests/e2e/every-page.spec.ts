import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { drawn } from '../support/settled.ts'
import { expectNothingFound } from './checks/axe.ts'
import { expectReflow, expectRoomForReaders } from './checks/reflow.ts'
import { expectTabOrder } from './checks/tab-order.ts'
import { expectTargets } from './checks/targets.ts'
import { expectTree } from './checks/tree.ts'
import { everySetting, expectWholeText, paper, widths } from './checks/whole-text.ts'
import { arrived, open, pages, type Visit } from './pages.ts'
import { paperFaults, readSaidOfPictures, readSheets } from './printed-sheets.ts'

/** Each page in each of its states is opened once, and everything that holds for all pages is looked for there. */

/** What fails unseen: exceptions, and what the server or its policy refuses. */
function watchFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (said) => {
    if (said.type() === 'error') faults.push(said.text())
  })
  return faults
}

const movingParts = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationName } = getComputedStyle(element)
        return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration)
      })
      .map(({ localName, className }) => `${localName} ${className}`),
  )

/** What main says, whatever its figures are. */
const wordsOf = async (page: Page) => (await page.getByRole('main').innerText()).replace(/\d/g, '0')

/** As a reader prints it who has looked at it on a usual screen. */
async function expectPaper(page: Page, rules: Pick<Visit, 'beginsSheets'>) {
  await page.emulateMedia({ media: null })
  await page.setViewportSize({ width: 1280, height: 900 })
  await drawn(page)
  const saidOfPictures = await readSaidOfPictures(page)
  const sheets = await readSheets(await page.pdf({ preferCSSPageSize: true }))
  expect.soft(paperFaults(sheets, { ...rules, saidOfPictures })).toEqual([])
}

for (const visit of pages) {
  test(`everybody can read and use it: ${visit.name}`, async ({ page, dashboard }) => {
    const faults = watchFaults(page)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open(page, dashboard, visit)
    expect.soft(faults, 'what fails unseen').toEqual([])
    await expect.soft(page.locator('html')).toHaveAttribute('lang', 'en-GB')
    expect.soft(await movingParts(page), 'what moves though less motion was asked for').toEqual([])
    await test.step('tree', () => expectTree(page, visit))
    await test.step('Tab', () => expectTabOrder(page, visit))
    await test.step('axe', () => expectNothingFound(page))
    // from the width at which axe ends, each begins where the one before has left the window
    await test.step('targets', () => expectTargets(page))
    await test.step('larger text, wide spacing', () => expectRoomForReaders(page))
    await page.setViewportSize({ width: 1280, height: 900 })
    const shownToPanel = await wordsOf(page)
    await test.step('reflow', () => expectReflow(page))
    await test.step('text', () => expectWholeText(page, [...everySetting, paper]))
    await test.step('paper', () => expectPaper(page, visit))

    await page.emulateMedia({ media: 'screen' })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.request.post(`${dashboard}/api/v1/session`, { data: { role: 'analyst' } })
    // what an officer sees has a heading of its own
    await page.goto(dashboard + visit.path)
    await arrived(page)
    // other figures take no other room: only where the words differ is there more to see
    if ((await wordsOf(page)) === shownToPanel) return
    await test.step('text, as an officer sees it', () => expectWholeText(page, [...widths, paper]))
    await test.step('paper, as an officer sees it', () => expectPaper(page, visit))
  })
}

/** One address for each page: what differs by state is tested above. */
const onePerPage = pages.filter(
  ({ path, isBare }, index) =>
    !isBare && pages.findIndex((one) => one.path.split('?')[0] === path.split('?')[0]) === index,
)

test('every page has the same menu, and a title of its own that names the service', async ({
  page,
  dashboard,
}) => {
  const titles = new Map<string, string>()
  const menus = new Set<string>()
  for (const visit of onePerPage) {
    await open(page, dashboard, visit)
    titles.set(visit.name, await page.title())
    const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
    menus.add((await links.allTextContents()).join())
  }
  expect([...titles].filter(([, title]) => !title.includes('Adult social care'))).toEqual([])
  expect(new Set(titles.values()).size).toBe(titles.size)
  expect(menus.size).toBe(1)
})

test('axe finds nothing as an officer sees it', async ({ page, dashboard }) => {
  await page.goto(dashboard)
  await page.getByLabel('Viewing as').selectOption('analyst')
  await expect(page).toHaveURL(/audience=exact/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/measures need attention/)
  await expectNothingFound(page)
})

test('axe finds nothing on safeguarding themes, as an officer sees them', async ({ page, dashboard }) => {
  await page.goto(`${dashboard}/safeguarding`)
  await page.getByLabel('Viewing as').selectOption('practice-lead')
  await expect(page.getByRole('list', { name: 'Self-neglect by town' })).toBeVisible()
  await expectNothingFound(page)
  await expectReflow(page)
})

/** Those that draw the most: charts, pictures, a file's own drawing. */
const drawnPages = ['/', '/kpis/ot-waiting', '/safeguarding', '/plan', '/briefing/ot-waiting']

/** A print without the hour at which it was made. */
const printed = async (page: Page) =>
  (await page.pdf({ preferCSSPageSize: true }))
    .toString('latin1')
    .replaceAll(/\/(Creation|Mod)Date \([^)]*\)/g, '')

test('the theme of a reader’s screen does not reach paper', async ({ page, dashboard }) => {
  const toDark = (theme: string) => {
    document.documentElement.dataset.theme = theme
  }
  for (const path of drawnPages) {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(dashboard + path)
    await arrived(page)
    const light = await printed(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.evaluate(toDark, 'dark')
    await drawn(page)
    expect.soft((await printed(page)) === light, path).toBe(true)
  }
})
