import type { Locator, Page } from '@playwright/test'
import { expect } from '../support/browser-test.ts'

/** Presses Tab until the focus is there, as a reader without a mouse does. */
export const tabTo = (page: Page, wanted: Locator) => pressUntilThere(page, 'Tab', wanted)

/** Presses Shift and Tab until the focus is there. */
export const tabBackTo = (page: Page, wanted: Locator) => pressUntilThere(page, 'Shift+Tab', wanted)

async function pressUntilThere(page: Page, key: string, wanted: Locator) {
  await expect(wanted).toBeVisible()
  await expect(async () => {
    await page.keyboard.press(key)
    // asked once: whoever waits for it after each press waits as often as it is somewhere else
    const isThere = await wanted.evaluate((element) => element === element.ownerDocument.activeElement)
    expect(isThere).toBe(true)
  }).toPass({ intervals: [0], timeout: 150_000 })
}
