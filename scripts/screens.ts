/**
 * Takes pictures of a dashboard that is running: the six of docs/screens, or every page in six forms and on paper,
 * to be looked at.
 *
 *   npm run screens -- http://127.0.0.1:8080
 *   npm run screens -- http://127.0.0.1:8080 --all /tmp/look
 *   npm run screens -- http://127.0.0.1:8080 --all /tmp/look pack gap
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

interface Picture {
  path: string
  width: number
  scheme: 'light' | 'dark' | 'print' | 'grey print'
  name: string
  from?: string | undefined
  height?: number
}

/** What the README and the documents show: a room each, a phone, the dark, and paper without a colour. */
const kept: readonly Picture[] = [
  { name: 'overview-1280-light', path: '/', width: 1280, scheme: 'light' },
  { name: 'overview-360-light', path: '/', width: 360, scheme: 'light' },
  { name: 'measure-1280-light', path: '/kpis/ot-waiting?dimension=town', width: 1280, scheme: 'light' },
  { name: 'plan-1280-dark', path: '/plan', width: 1280, scheme: 'dark' },
  { name: 'briefing-1280-light', path: '/briefing/ot-waiting', width: 1280, scheme: 'light' },
  {
    // actual, target, plan and forecast with limits and six milestones: read without a colour
    name: 'measure-print-grey',
    path: '/kpis/ot-waiting?layers=limits.target.plan.forecast',
    width: paperWidth,
    scheme: 'grey print',
    height: 1480,
  },
]

/** Every page at three widths, light and dark, and as paper. */
function everyForm(wanted: readonly string[]): Picture[] {
  return pages
    .filter(({ name }) => wanted.length === 0 || wanted.includes(name))
    .flatMap(({ name, path, from }) => [
      ...widths.flatMap((width) =>
        (['light', 'dark'] as const).map(
          (scheme): Picture => ({ name: `${name}-${width}-${scheme}`, path, from, width, scheme }),
        ),
      ),
      { name: `${name}-print`, path, from, width: paperWidth, scheme: 'print' },
    ])
}

async function takePicture(
  browser: Browser,
  address: string,
  folder: string,
  { path, width, scheme, name, from, height = firstScreen }: Picture,
) {
  const file = `${folder}/${name}.png`
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
  })
  const page = await context.newPage()
  await page.goto(address + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' && !/(^|\n)(Loading|Drawing|Opening)/.test(document.body.innerText),
  )
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

const [address, option, allInto, ...wanted] = process.argv.slice(2)
if (!address || (option !== undefined && (option !== '--all' || allInto === undefined))) {
  console.error(
    'Say where the dashboard runs: npm run screens -- http://127.0.0.1:8080 [--all FOLDER [PAGE…]]',
  )
  process.exitCode = 2
} else {
  const folder = allInto ?? 'docs/screens'
  mkdirSync(folder, { recursive: true })
  const { executablePath, environment } = await findBrowser((line) => console.log(line))
  const browser = await chromium.launch({
    executablePath,
    args: browserArguments,
    env: { ...process.env, ...environment },
  })
  for (const picture of allInto === undefined ? kept : everyForm(wanted)) {
    await takePicture(browser, address.replace(/\/$/, ''), folder, picture)
  }
  await browser.close()
}
