/**
 * Takes the pictures of the pages that stand in docs/screens, of a dashboard that is running.
 *
 *   npm run screens -- http://127.0.0.1:8080
 *   npm run screens -- http://127.0.0.1:8080 pack gap
 */
import { mkdirSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { browserArguments, findBrowser } from './browser.ts'

interface PageToPicture {
  name: string
  path: string
  /** what the picture begins at, where it is further down */
  from?: string
}

const pages: PageToPicture[] = [
  { name: 'overview', path: '/' },
  { name: 'measure', path: '/kpis/ot-waiting?dimension=town' },
  { name: 'briefing', path: '/briefing/ot-waiting' },
  { name: 'safeguarding', path: '/safeguarding' },
  { name: 'plan', path: '/plan' },
  { name: 'emerging', path: '/emerging' },
  { name: 'actions', path: '/actions' },
  { name: 'changes', path: '/changes?from=2' },
  { name: 'data', path: '/data' },
  { name: 'definitions', path: '/definitions?theme=direct-payments' },
  {
    name: 'pack',
    path: '/pack?items=1i1YKTi4qLcnMq1QoSMxLzdFRMDRR8E8uyU9KLVLSiVbyLEnNVTAFsUqKUvNSlHSU8kt0yxMzgTrSlWJjYwE',
  },
  { name: 'present', path: '/present?kpi=ot-waiting&item=1' },
  { name: 'gap', path: '/kpis/care-act-within-28?dimension=ethnicity', from: '#gap' },
  { name: 'accessibility', path: '/accessibility' },
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
  scheme: 'light' | 'dark' | 'print' | 'grey print'
  file: string
  from?: string | undefined
  height?: number
}

/** Actual, target, plan and forecast with limits and six milestones: read without a colour. */
const withoutColour: Picture = {
  path: '/kpis/ot-waiting?layers=limits.target.plan.forecast',
  width: paperWidth,
  scheme: 'grey print',
  height: 1480,
  file: `${folder}/measure-print-grey.png`,
}

async function takePicture(
  browser: Browser,
  address: string,
  { path, width, scheme, file, from, height = firstScreen }: Picture,
) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
  })
  const page = await context.newPage()
  await page.goto(address + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await page
    .getByText(/^Loading/)
    .first()
    .waitFor({ state: 'hidden' })
  // as a reader prints: a page that has been looked at first
  if (scheme.endsWith('print')) await page.emulateMedia({ media: 'print' })
  if (scheme === 'grey print') {
    await page.evaluate(() => {
      // constructed, because the page's own policy takes no style element from outside
      const sheet = new CSSStyleSheet()
      sheet.replaceSync('html { filter: grayscale(1) }')
      document.adoptedStyleSheets = [sheet]
    })
  }
  if (from) await page.locator(from).evaluate((element) => element.scrollIntoView())
  await page.screenshot({ path: file })
  await context.close()
  console.log(file)
}

const [address, ...wanted] = process.argv.slice(2)
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
  for (const { name, path, from } of pages) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    for (const width of widths) {
      for (const scheme of ['light', 'dark'] as const) {
        const file = `${folder}/${name}-${width}-${scheme}.png`
        await takePicture(browser, address.replace(/\/$/, ''), { path, width, scheme, file, from })
      }
    }
    const file = `${folder}/${name}-print.png`
    await takePicture(browser, address.replace(/\/$/, ''), {
      path,
      width: paperWidth,
      scheme: 'print',
      file,
      from,
    })
  }
  await takePicture(browser, address.replace(/\/$/, ''), withoutColour)
  await browser.close()
}
