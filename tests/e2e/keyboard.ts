import type { Locator, Page } from '@playwright/test'
import { expect } from '../support/browser-test.ts'

/** Presses Tab until the focus is there, as a reader without a mouse does. */
export async function tabTo(page: Page, wanted: Locator) {
  await expect(wanted).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(wanted).toBeFocused({ timeout: 50 })
  }).toPass({ intervals: [0], timeout: 150_000 })
}
