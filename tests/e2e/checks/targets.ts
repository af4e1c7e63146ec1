import type { Page } from '@playwright/test'
import { expect } from '../../support/browser-test.ts'
import { drawn } from '../../support/settled.ts'

/**
 * Runs in the browser: what can be pressed and breaks criterion 2.5.8. A target is 24 px each way, or stands in a
 * sentence, or is so far from the others that a circle of 24 px around its middle touches none of them.
 */
export function smallTargets(): string[] {
  const wanted = 24
  const boxOf = (element: Element) => (element.closest('label') ?? element).getBoundingClientRect()
  const targets = [
    ...document.querySelectorAll<HTMLElement>('a[href], button, select, input, textarea, summary'),
  ].filter((element) => {
    const { width, height } = boxOf(element)
    return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
  })
  const isInSentence = (element: HTMLElement) => {
    const around = element.closest('p, li, dd, td, th, figcaption')
    const own = element.textContent?.trim().length ?? 0
    return getComputedStyle(element).display === 'inline' && (around?.textContent?.trim().length ?? 0) > own
  }
  const hasRoom = (element: HTMLElement) => {
    const { left, top, width, height } = boxOf(element)
    const middle = { x: left + width / 2, y: top + height / 2 }
    return targets.every((other) => {
      if (other === element) return true
      const box = boxOf(other)
      const away = {
        x: Math.max(box.left - middle.x, 0, middle.x - box.right),
        y: Math.max(box.top - middle.y, 0, middle.y - box.bottom),
      }
      return Math.hypot(away.x, away.y) >= wanted / 2
    })
  }
  return targets
    .filter((element) => {
      const { width, height } = boxOf(element)
      const isLargeEnough = Math.min(width, height) >= wanted - 0.5
      return !isLargeEnough && !isInSentence(element) && !hasRoom(element)
    })
    .map((element) => {
      const { width, height } = boxOf(element)
      return `"${element.textContent?.trim().slice(0, 40)}" ${Math.round(width)} by ${Math.round(height)} px`
    })
}

/** What can be pressed and is smaller than 24 px either way; a link within a sentence may be. */
async function buttonsBelow24(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, input, summary, nav a, footer a')]
      .filter((element) => element.checkVisibility())
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width < 24 || box.height < 24)
      .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} ${box.width}×${box.height}`),
  )
}

/** Everything that can be pressed is large enough or stands alone; a button is always large enough. */
export async function expectTargets(page: Page) {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await drawn(page)
    expect.soft(await page.evaluate(smallTargets), `small targets at ${width} px`).toEqual([])
    if (width === 360) expect.soft(await buttonsBelow24(page), 'buttons below 24 px').toEqual([])
  }
}
