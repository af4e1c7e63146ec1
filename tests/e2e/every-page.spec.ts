import { expect, test } from '../support/browser-test.ts'
import { open, pages } from './pages.ts'

/** One address for each page: what differs by state is tested elsewhere. */
const onePerPage = pages.filter(
  ({ path }, index) => pages.findIndex((one) => one.path.split('?')[0] === path.split('?')[0]) === index,
)
const withMenu = onePerPage.filter(({ isBare }) => !isBare)

for (const visit of withMenu) {
  test(`the page says its language, and the way past the menu leads to it: ${visit.name}`, async ({
    page,
    dashboard,
  }) => {
    await open(page, dashboard, visit)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB')
    await page.keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  })
}

for (const visit of onePerPage) {
  test(`nothing moves for a reader who asked for less motion: ${visit.name}`, async ({ page, dashboard }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open(page, dashboard, visit)
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element)
          return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration)
        })
        .map(({ localName, className }) => `${localName} ${className}`),
    )
    expect(moving).toEqual([])
  })
}

test('every page has the same menu, and a title of its own that names the service', async ({
  page,
  dashboard,
}) => {
  const titles = new Map<string, string>()
  const menus = new Set<string>()
  for (const visit of withMenu) {
    await open(page, dashboard, visit)
    titles.set(visit.name, await page.title())
    const links = page.getByRole('navigation', { name: 'Pages' }).getByRole('link')
    menus.add((await links.allTextContents()).join())
  }
  expect([...titles].filter(([, title]) => !title.includes('Adult social care'))).toEqual([])
  expect(new Set(titles.values()).size).toBe(titles.size)
  expect(menus.size).toBe(1)
})

test('no page asks for what the server refuses, and none fails unseen', async ({ page, dashboard }) => {
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (said) => {
    if (said.type() === 'error') faults.push(said.text())
  })
  for (const visit of onePerPage) {
    await open(page, dashboard, visit)
    expect(faults, visit.name).toEqual([])
  }
})
