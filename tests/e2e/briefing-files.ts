import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { expect } from '../support/browser-test.ts'

export const inCalifornia = {
  timezoneId: 'America/Los_Angeles',
  locale: 'en-US',
  colorScheme: 'light',
} as const
export const inTokyo = {
  timezoneId: 'Asia/Tokyo',
  locale: 'ja-JP',
  colorScheme: 'dark',
  contrast: 'more',
  forcedColors: 'active',
} as const

export const picture = (page: Page) => page.getByRole('img', { name: /Edition \d/ })

export async function savedFile(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button, exact: true }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

/** The SVG and the PNG of a briefing, in a browser that has never been here. */
export async function filesOf(browser: Browser, url: string, reader: typeof inCalifornia | typeof inTokyo) {
  const context = await browser.newContext(reader)
  const page = await context.newPage()
  await page.goto(url)
  await expect(picture(page)).toBeVisible()
  const svg = await savedFile(page, 'SVG')
  const png = await savedFile(page, 'PNG 1×')
  await context.close()
  return { svg, png }
}
