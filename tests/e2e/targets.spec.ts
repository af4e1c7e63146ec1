import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { open, pages } from './pages.ts'

/**
 * Runs in the browser: what can be pressed and breaks criterion 2.5.8. A target is 24 px each way, or stands in a
 * sentence, or is so far from the others that a circle of 24 px around its middle touches none of them.
 */
function smallTargets(): string[] {
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

async function expectTargets(page: Page) {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect.soft(await page.evaluate(smallTargets), `${width} px`).toEqual([])
  }
}

for (const visit of pages) {
  test(`everything that can be pressed is large enough or stands alone: ${visit.name}`, async ({
    page,
    dashboard,
  }) => {
    await open(page, dashboard, visit)
    await expectTargets(page)
  })
}

test('finds two small buttons side by side, and no fault in a sentence', async ({ page }) => {
  const small = '<button style="width:12px;height:12px;padding:0">x</button>'
  await page.setContent(`<main><p>A <a href="/a">link</a> or <a href="/b">two</a>, in words.</p></main>`)
  expect(await page.evaluate(smallTargets)).toEqual([])
  await page.setContent(`<main><div style="display:flex">${small}${small}</div></main>`)
  expect(await page.evaluate(smallTargets)).toHaveLength(2)
})
