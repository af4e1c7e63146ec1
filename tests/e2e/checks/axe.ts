import type { Page } from '@playwright/test'
import axe from 'axe-core'
import { expect } from '../../support/browser-test.ts'
import { drawn } from '../../support/settled.ts'

declare global {
  interface Window {
    /** once it has been put there */
    axe?: typeof axe
  }
}

/** Rules that a change of colours alone can break; the page's structure is the same in both schemes. */
const ofColour = ['color-contrast', 'link-in-text-block']

/** Those of one width together: a change of width draws a page anew, one of colours paints it. */
const settings = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280, rules: ofColour },
  { colorScheme: 'dark', width: 360, rules: ofColour },
  { colorScheme: 'light', width: 360 },
] as const

/**
 * What axe finds on a page that stands still, as 'rule at place: remedy'. A colour read half way from one scheme to
 * the other, or from a button at rest to the same one under the pointer, belongs to neither.
 */
export async function axeFindings(
  page: Page,
  { within, rules }: { within?: string; rules?: readonly string[] } = {},
): Promise<string[]> {
  await drawn(page)
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  // once a load, and asked where the page is: there is no frame in it whose findings would have to be gathered
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(runAxe, { within, rules })
}

interface Asked {
  within: string | undefined
  rules: readonly string[] | undefined
}

/** Runs in the browser. */
async function runAxe({ within, rules }: Asked): Promise<string[]> {
  const { axe } = window
  if (!axe) throw new Error('axe is not there')
  // its place names an element; its source need not be written out for each that is looked at
  axe.configure({ noHtml: true })
  if (document.querySelector('iframe, frame')) throw new Error('what stands in a frame is not looked at')
  const { violations } = await axe.run(within ?? document, {
    ...(rules ? { runOnly: { type: 'rule' as const, values: [...rules] } } : {}),
    // what is in order is neither described nor handed over
    resultTypes: ['violations'],
  })
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** axe finds nothing at the width that the window has: every rule in light, those of colour in dark as well. */
export async function expectNothingFoundHere(page: Page) {
  for (const { colorScheme, ...only } of [
    { colorScheme: 'light' },
    { colorScheme: 'dark', rules: ofColour },
  ] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeFindings(page, only), `axe, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** axe finds nothing: every rule at a wide and a narrow window, those of colour in the dark as well. */
export async function expectNothingFound(page: Page) {
  for (const { colorScheme, width, ...only } of settings) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    expect.soft(await axeFindings(page, only), `axe, ${colorScheme}, ${width} px`).toEqual([])
  }
}
