import type { Page } from '@playwright/test'
import { expect } from '../../support/browser-test.ts'
import { wideSpacing } from './whole-text.ts'

const overhang = (page: Page) =>
  page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - document.documentElement.clientWidth)

/** 320 px are 1280 px at 400%: nothing may need a sideways scroll of the page. */
export async function expectReflow(page: Page) {
  await page.setViewportSize({ width: 320, height: 800 })
  // a chart is drawn again for its new width
  await expect.poll(() => overhang(page), 'pixels that stick out at 320 px').toBeLessThanOrEqual(0)
}

/** A reader's own larger text, and then the spacing of criterion 1.4.12 as well, leave the page whole. */
export async function expectRoomForReaders(page: Page) {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.evaluate(() => {
    document.documentElement.dataset.textSize = '150'
  })
  await expect.poll(() => overhang(page), 'pixels that stick out at 150% text').toBeLessThanOrEqual(0)
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [sheet]
  }, wideSpacing)
  await expect.poll(() => overhang(page), 'pixels that stick out with wide spacing').toBeLessThanOrEqual(0)
  await page.evaluate(() => {
    document.adoptedStyleSheets = []
    delete document.documentElement.dataset.textSize
  })
}
