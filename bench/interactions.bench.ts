import type { Browser, Page } from '@playwright/test'
import { startDashboard } from '../tests/support/servers.ts'
import { settled as arrived, watchRequests } from '../tests/support/settled.ts'
import { type Comparison, percentile } from './measure.ts'
import { openBrowser } from './open-browser.ts'
import { openSlowed, type PressPainted, pressToPaint } from './press-to-paint.ts'

/** A reader waits for nothing that comes within this time, in milliseconds. */
const goal = 100
const rounds = 40
const warmUp = 6
/** nothing changes for so long once everything is painted; the blank page does not fetch or defer anything */
const quiet = { ours: 400, blank: 60 }
const view = 'edition=5&audience=protected'

interface Interaction {
  name: string
  path: string
  /** what has the keyboard */
  focus: (page: Page) => Promise<void>
  /** pressed one after the other, again and again */
  keys: readonly string[]
}

const select = (label: string) => (page: Page) => page.getByRole('combobox', { name: label }).first().focus()
const there = ['ArrowDown', 'ArrowUp']

const interactions: readonly Interaction[] = [
  { name: 'overview: filter by theme', path: '/', focus: select('Theme'), keys: there },
  {
    name: 'overview: filter by words',
    path: '/',
    focus: (page) => page.getByRole('searchbox', { name: 'Find' }).focus(),
    keys: ['w', 'Backspace'],
  },
  {
    name: 'overview: sort by a column',
    path: '/',
    focus: (page) => page.getByRole('columnheader', { name: 'Measure' }).getByRole('button').focus(),
    keys: ['Enter'],
  },
  { name: 'plan: filter by delivery', path: '/plan', focus: select('Delivery'), keys: there },
  { name: 'emerging: filter by theme', path: '/emerging', focus: select('Theme'), keys: there },
  { name: 'measure: range', path: '/kpis/ot-waiting', focus: select('Range'), keys: there },
  {
    name: 'measure: breakdown',
    path: '/kpis/ot-waiting?dimension=age',
    focus: select('Broken down by'),
    keys: there,
  },
]

/**
 * From a key's press to the next frame, and to the last change that it paints, with the processor slowed four times, at the 95th
 * percentile: each interaction by turns with one of a page that has nothing on it but that control.
 */
export async function interactionsPainted(): Promise<Comparison[]> {
  const dashboard = await startDashboard()
  const browser = await openBrowser()
  try {
    const results: Comparison[] = []
    for (const interaction of interactions) {
      results.push(...(await measureInteraction(browser, dashboard.address, interaction)))
    }
    return results
  } finally {
    await browser.close()
    await dashboard.stop()
  }
}

async function measureInteraction(
  browser: Browser,
  address: string,
  { name, path, focus, keys }: Interaction,
): Promise<Comparison[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  watchRequests(context)
  const page = await openSlowed(context)
  const separator = path.includes('?') ? '&' : '?'
  await page.goto(`${address}${path}${separator}${view}`)
  await arrived(page)
  const blank = await openSlowed(context)
  await blank.goto(`data:text/html,${encodeURIComponent(blankPage)}`)
  const measured: { ours: PressPainted[]; baseline: PressPainted[] } = { ours: [], baseline: [] }
  for (let round = -warmUp; round < rounds; round++) {
    const turn = Math.abs(round)
    await page.bringToFront()
    await focus(page)
    await settled(page)
    const ours = await pressToPaint(page, keys[turn % keys.length] ?? '', quiet.ours)
    await blank.bringToFront()
    await blank.getByRole('combobox').focus()
    await settled(blank)
    const baseline = await pressToPaint(blank, there[turn % there.length] ?? '', quiet.blank)
    if (round < 0) continue
    measured.ours.push(ours)
    measured.baseline.push(baseline)
  }
  await context.close()
  const at95 = (of: readonly PressPainted[], kind: keyof PressPainted) =>
    percentile(
      of.map((one) => one[kind]),
      95,
    )
  const compared = (words: string, kind: keyof PressPainted): Comparison => {
    const [ours, baseline] = [at95(measured.ours, kind), at95(measured.baseline, kind)]
    const share = (ours / goal).toFixed(2)
    return {
      name: `${name}: ${words}`,
      unit: 'ms',
      goal: `${goal} ms at p95, is ${share} of it`,
      ours,
      baseline,
      ratio: ours / baseline,
      rounds,
    }
  }
  return [compared('next paint', 'answered'), compared('outcome', 'settled')]
}

/** A page that comes to the front is painted again, whole: that is not the press's. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 200)))),
  )
}

/** One control that changes one word. */
const blankPage = `<!doctype html><title>Blank</title>
<select onchange="document.querySelector('output').textContent = this.value">
<option>One</option><option>Two</option></select><output>One</output>`
