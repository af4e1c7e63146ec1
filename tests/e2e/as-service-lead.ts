import type { Page } from '@playwright/test'
import { expect } from '../support/browser-test.ts'

/** Signs in with the mock, which forgets it with a reload, and goes on to an address without one. */
export async function openAsServiceLead(page: Page, address: string, path: string): Promise<void> {
  await page.goto(address)
  await page.getByLabel('Viewing as').selectOption('service-lead')
  await expect(page).toHaveURL(/audience=exact/)
  await page.evaluate((to) => {
    history.pushState({}, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}
