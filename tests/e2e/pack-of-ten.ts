import type { Page } from '@playwright/test'
import { expect } from '../support/browser-test.ts'

export const addresses = [
  '/kpis/ot-waiting',
  '/kpis/dp-clients',
  '/kpis/ot-wait-median',
  '/kpis/sg-concerns',
  '/kpis/dp-starts',
  '/kpis/dp-ends',
  '/kpis/financial-waiting',
  '/kpis/contract-reviews',
  '/plan',
  '/emerging',
]
export const within = { timeout: 150_000 }
export const itemsOf = (page: Page) => page.getByRole('article')
export const findings = (page: Page) => itemsOf(page).getByRole('heading', { level: 3 }).allTextContents()

/** Ten charts and tables from as many pages, gathered as a reader gathers them. */
export async function buildPack(page: Page, dashboard: string) {
  for (const [index, address] of addresses.entries()) {
    await page.goto(dashboard + address)
    await page
      .getByRole('button', { name: /^Add to pack/ })
      .first()
      .press('Enter')
    const held = index === 0 ? 'holds 1 chart or table now' : `holds ${index + 1} charts and tables now`
    await expect(page.getByText(held)).toBeVisible(within)
  }
  await page.goto(`${dashboard}/pack`)
  await expect(itemsOf(page).getByRole('heading', { level: 3 })).toHaveCount(addresses.length, within)
}
