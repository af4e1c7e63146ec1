import { type Browser, type BrowserContext, test as base, expect } from '@playwright/test'
import { watchRequests } from './settled.ts'

export { expect } from '@playwright/test'

interface Addresses {
  /** the product: the built app over the data service */
  dashboard: string
  /** the same app over the mock, where failures can be opened by address */
  mockApp: string
  /** the product, every reply to which comes from the mock as it begins */
  answeredByMock: string
}

interface Watches {
  /** fails each test in which the browser refused something by the server's content security policy */
  policyHeld: undefined
}

function addressFrom(name: string): string {
  const address = process.env[name]
  if (!address) throw new Error(`${name} is not set: the servers of the journeys have not been started`)
  return address
}

const refused = 'Refused by the content security policy: '

/** What is refused as long as the context lasts: a refusal is silent to whoever waits for what was refused. */
export async function watchPolicy(context: BrowserContext): Promise<string[]> {
  const refusals: string[] = []
  context.on('console', (said) => {
    if (said.text().startsWith(refused)) refusals.push(said.text())
  })
  await context.addInitScript((prefix) => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, documentURI }) => {
      console.error(`${prefix}${violatedDirective} ${blockedURI} on ${documentURI}`)
    })
  }, refused)
  return refusals
}

export const test = base.extend<Addresses & Watches, { browser: Browser }>({
  browser: [
    async ({ browser }, use) => {
      browser.on('context', watchRequests)
      await use(browser)
    },
    { scope: 'worker' },
  ],
  dashboard: async ({ browserName: _ }, use) => use(addressFrom('DASHBOARD_ADDRESS')),
  mockApp: async ({ browserName: _ }, use) => use(addressFrom('MOCK_APP_ADDRESS')),
  answeredByMock: async ({ context, dashboard }, use) => {
    // the mock is the whole domain, which most workers never ask
    const { answerFromMock } = await import('./replies-of-the-mock.ts')
    await answerFromMock(context)
    await use(dashboard)
  },
  policyHeld: [
    async ({ context }, use) => {
      const refusals = await watchPolicy(context)
      await use(undefined)
      expect(refusals).toEqual([])
    },
    { auto: true },
  ],
})
