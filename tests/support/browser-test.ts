import { test as base } from '@playwright/test'

export { expect } from '@playwright/test'

interface Addresses {
  /** the product: the built app over the data service */
  dashboard: string
  /** the same app over the mock, where failures can be opened by address */
  mockApp: string
}

function addressFrom(name: string): string {
  const address = process.env[name]
  if (!address) throw new Error(`${name} is not set: the servers of the journeys have not been started`)
  return address
}

export const test = base.extend<Addresses>({
  dashboard: async ({ browserName: _ }, use) => use(addressFrom('DASHBOARD_ADDRESS')),
  mockApp: async ({ browserName: _ }, use) => use(addressFrom('MOCK_APP_ADDRESS')),
})
