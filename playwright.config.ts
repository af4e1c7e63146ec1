import { defineConfig } from '@playwright/test'
import { browserArguments, browserThatIsThere } from './scripts/browser.ts'

const executablePath = browserThatIsThere()[0]?.executablePath

/** Pictures that must be the same to the byte, and pages that must not move while they load. */
const stillness = ['pinned-address', 'frozen-pictures', 'layout-shift'].map((name) => `e2e/${name}.spec.ts`)

export default defineConfig({
  testDir: 'tests',
  projects: [
    // one at a time: what is compared to the byte, or must not move, is not drawn beside itself
    { name: 'stillness', testMatch: stillness, workers: 1 },
    { name: 'journeys', testMatch: ['size/**/*.spec.ts', 'e2e/**/*.spec.ts'], testIgnore: stillness },
  ],
  outputDir: 'test-results',
  globalSetup: './tests/support/servers-setup.ts',
  // one more than the cores of the smallest machine: whoever waits for a reply leaves its core to another
  workers: 3,
  fullyParallel: true,
  forbidOnly: true,
  // a test that is green only when repeated is a fault of the test or of the product: decision 0023
  retries: 0,
  // nothing is timed: a test is given up only where it hangs
  timeout: 300_000,
  expect: { timeout: 150_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    launchOptions: { args: browserArguments, ...(executablePath ? { executablePath } : {}) },
  },
})
