import type { Page } from '@playwright/test'
import { type Failure, fail } from '../../mocks/failures/fail.ts'
import { askForReplies } from '../support/replies-of-the-mock.ts'

export interface FailingReplies {
  /** as the API's paths begin */
  resources: readonly string[]
  how: Exclude<Failure, 'empty'>
}

export const waysToFail = ['503', 'malformed', 'forbidden', 'slow'] as const

const notAsked = () => {
  throw new Error('a reply that fails on its way holds nothing of what would have come')
}

/**
 * Has replies of the data service fail on their way, with the status and the words that the mock has for it. The
 * browser need not work the demonstration out for this, as it does on the mock: three seconds of processor a visit.
 */
export async function failOnTheWay(page: Page, { resources, how }: FailingReplies): Promise<void> {
  await askForReplies(page)
  const asksFor = new RegExp(`/api/v1/(${resources.join('|')})(\\?|$)`)
  await page.route(asksFor, async (route) => {
    // it is on its way as long as anybody looks
    if (how === 'slow') return
    const reply = await fail(how, notAsked, notAsked)
    await route.fulfill({
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: await reply.text(),
    })
  })
}
