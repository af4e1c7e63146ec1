import { type Browser, chromium } from '@playwright/test'
import { browserArguments, findBrowser } from '../scripts/browser.ts'

/** The browser that the tests use, without a window. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, environment } = await findBrowser((line) => console.log(line))
  return await chromium.launch({
    executablePath,
    args: browserArguments,
    env: { ...process.env, ...environment },
  })
}
