import type { Page } from '@playwright/test'
import { expect } from '../../support/browser-test.ts'

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

/**
 * Tab goes through to the end, its place can always be seen, and then it begins anew: with the way past the menu
 * where there is one.
 */
export async function expectTabOrder(page: Page, { isBare }: { isBare?: true }) {
  const { stops, unseen, hasEnded } = await tabThrough(page)
  expect.soft(stops, 'stops of Tab').toBeGreaterThan(5)
  expect.soft(unseen, 'stops that cannot be seen').toEqual([])
  expect.soft(hasEnded, 'Tab comes to an end').toBe(true)
  if (isBare) return
  await page.keyboard.press('Tab')
  await expect.soft(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect.soft(page.getByRole('main')).toBeFocused()
}
