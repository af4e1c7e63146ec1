/**
 * Takes the pictures of the pages that stand in docs/screens, of a dashboard that is running.
 *
 *   npm run screens -- http://127.0.0.1:8080
 */
import { mkdirSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { browserArguments, findBrowser } from './browser.ts'

const pages = [
  { name: 'overview', path: '/' },
  { name: 'measure', path: '/kpis/ot-waiting?dimension=town' },
  { name: 'safeguarding', path: '/safeguarding' },
  { name: 'plan', path: '/plan' },
  { name: 'emerging', path: '/emerging' },
  { name: 'changes', path: '/changes?from=2' },
  { name: 'data', path: '/data' },
  { name: 'definitions', path: '/definitions?theme=direct-payments' },
  { name: 'methods', path: '/methods' },
]
const widths = [360, 1280, 1920]
/** A4 less its margins, in CSS pixels */
const paperWidth = 703
/** what is seen before scrolling, and a little more */
const firstScreen = 1100
const folder = 'docs/screens'

interface Picture {
  path: string
  width: number
  scheme: 'light' | 'dark' | 'print'
  file: string
}

async function takePicture(browser: Browser, address: string, { path, width, scheme, file }: Picture) {
  const context = await browser.newContext({
    viewport: { width, height: firstScreen },
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
  })
  const page = await context.newPage()
  await page.goto(address + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  // as a reader prints: a page that has been looked at first
  if (scheme === 'print') await page.emulateMedia({ media: 'print' })
  await page.screenshot({ path: file })
  await context.close()
  console.log(file)
}

const [address] = process.argv.slice(2)
if (!address) {
  console.error('Say where the dashboard runs: npm run screens -- http://127.0.0.1:8080')
  process.exitCode = 2
} else {
  mkdirSync(folder, { recursive: true })
  const { executablePath, environment } = await findBrowser((line) => console.log(line))
  const browser = await chromium.launch({
    executablePath,
    args: browserArguments,
    env: { ...process.env, ...environment },
  })
  for (const { name, path } of pages) {
    for (const width of widths) {
      for (const scheme of ['light', 'dark'] as const) {
        const file = `${folder}/${name}-${width}-${scheme}.png`
        await takePicture(browser, address.replace(/\/$/, ''), { path, width, scheme, file })
      }
    }
    const file = `${folder}/${name}-print.png`
    await takePicture(browser, address.replace(/\/$/, ''), { path, width: paperWidth, scheme: 'print', file })
  }
  await browser.close()
}
