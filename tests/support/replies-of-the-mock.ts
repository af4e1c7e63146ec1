import type { Request as Asked, BrowserContext, Page } from '@playwright/test'
import { getResponse } from 'msw'
import { db } from '../../mocks/db.ts'
import { failAsAddressed } from '../../mocks/failures/fail-as-addressed.ts'
import { handlers } from '../../mocks/handlers/all.ts'
import { readMadeDemonstration } from './published-demonstration.ts'

/** The first replies of a page come within it, and with a drawn page all of them: with a key it is sent undrawn. */
export async function askForReplies(asking: Page | BrowserContext): Promise<void> {
  await asking.route(
    (url) => !/^\/(api|assets)\//.test(url.pathname),
    async (route) => {
      const headers = { ...route.request().headers(), authorization: 'Bearer nobody' }
      const response = await route.fetch({ headers })
      const text = (await response.text()).replace(/<script [^>]*id="first-readings".*?<\/script>/, '')
      await route.fulfill({ response, body: text })
    },
  )
}

/**
 * Has every reply come from the mock as it begins, or as it fails at an address. The process of the test has read what
 * the mock works out; on the mock itself each page works it out anew, which takes five seconds of processor.
 */
export async function answerFromMock(asking: Page | BrowserContext, path = '/'): Promise<void> {
  readMadeDemonstration()
  db.reset()
  failAsAddressed(new URL(path, 'http://mock.test'))
  await askForReplies(asking)
  await asking.route('**/api/v1/**', async (route) => {
    const reply = await answer(route.request())
    await route.fulfill({
      status: reply.status,
      headers: Object.fromEntries(reply.headers),
      body: Buffer.from(await reply.arrayBuffer()),
    })
  })
}

async function answer(asked: Asked): Promise<Response> {
  const reply = await getResponse(
    handlers,
    new Request(asked.url(), {
      method: asked.method(),
      headers: await asked.allHeaders(),
      body: asked.postData(),
    }),
  )
  if (!reply) throw new Error(`the mock has no handler for ${asked.method()} ${asked.url()}`)
  return reply
}
