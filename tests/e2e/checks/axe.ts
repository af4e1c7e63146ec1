import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from '../../support/browser-test.ts'
import { drawn } from '../../support/settled.ts'

/** Rules that a change of colours alone can break; the page's structure is the same in both schemes. */
const ofColour = ['color-contrast', 'link-in-text-block']

const settings = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 360, rules: ofColour },
  { colorScheme: 'dark', width: 1280, rules: ofColour },
] as const

/** axe finds nothing: every rule at a wide and a narrow window, those of colour in the dark as well. */
export async function expectNothingFound(page: Page) {
  for (const { colorScheme, width, ...only } of settings) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 900 })
    await drawn(page)
    const axe = new AxeBuilder({ page })
    if ('rules' in only) axe.withRules([...only.rules])
    const { violations } = await axe.analyze()
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    )
    expect.soft(found, `axe, ${colorScheme}, ${width} px`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
