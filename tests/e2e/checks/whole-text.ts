import type { Page } from '@playwright/test'
import { expect } from '../../support/browser-test.ts'
import { drawn } from '../../support/settled.ts'
import { readPageText } from './text-boxes.ts'
import { textFaults } from './text-faults.ts'

/** How wide the window is, and what the reader has asked of the text. */
interface Setting {
  name: string
  width: number
  /** of the browser's own text, as a reader sets it there */
  textSize?: string
  hasWideSpacing?: true
  isPrint?: true
}

const at360: Setting = { name: '360 px', width: 360 }
const at1280: Setting = { name: '1280 px', width: 1280 }
const at1920: Setting = { name: '1920 px', width: 1920 }

export const narrow = [at360, at1280]
/** from the width at which pages are opened */
export const widths = [at1280, at1920, at360]

/**
 * Every width, and criteria 1.4.4, 1.4.10 (320 px are 1280 px at 400%) and 1.4.12. Those of one width stand together,
 * and each width beside the next: a page is drawn anew at every change.
 */
export const everySetting: Setting[] = [
  { name: '320 px', width: 320 },
  at360,
  { name: '360 px, text of 150%', width: 360, textSize: '150%' },
  { name: '360 px, wide spacing', width: 360, hasWideSpacing: true },
  at1280,
  { name: '1280 px, text of 200%', width: 1280, textSize: '200%' },
  { name: '1280 px, wide spacing', width: 1280, hasWideSpacing: true },
  at1920,
]

/** A4 less its margins, in CSS pixels. */
export const paper: Setting = { name: 'print', width: 703, isPrint: true }

/** The spacing of criterion 1.4.12, to the letter. */
export const wideSpacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

async function set(page: Page, { width, textSize = '', hasWideSpacing, isPrint }: Setting) {
  await page.emulateMedia({ media: isPrint ? 'print' : 'screen' })
  await page.evaluate(
    ([size, rules]) => {
      document.documentElement.style.fontSize = size
      // constructed, because the page's own policy takes no style element from outside
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(rules)
      document.adoptedStyleSheets = [sheet]
    },
    [textSize, hasWideSpacing ? wideSpacing : ''] as const,
  )
  await page.setViewportSize({ width, height: 900 })
  await drawn(page)
}

/** No text overlaps or is cut, with every fold open. */
export async function expectWholeText(page: Page, settings: readonly Setting[]) {
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  for (const setting of settings) {
    await set(page, setting)
    expect.soft(textFaults(await readPageText(page)), setting.name).toEqual([])
  }
}
