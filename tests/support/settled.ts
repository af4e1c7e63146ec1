import type { BrowserContext, Page, Request } from '@playwright/test'
import { expect } from '@playwright/test'

/** What each window of a browser has asked for and not been given yet. */
const underWay = new WeakMap<BrowserContext, Set<Request>>()

/** Keeps count of what a context asks for, from its first page on. */
export function watchRequests(context: BrowserContext): void {
  const requests = new Set<Request>()
  underWay.set(context, requests)
  context.on('request', (request) => requests.add(request))
  context.on('requestfinished', (request) => requests.delete(request))
  context.on('requestfailed', (request) => requests.delete(request))
}

const unanswered = (page: Page) => [...(underWay.get(page.context()) ?? [])].map((request) => request.url())

/** What says that it is still on its way, once the browser has drawn what it knows and has nothing left to do. */
function loadingWhenIdle(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // a window that nobody looks at may be given neither: then it is asked again
    const patience = 1000
    const frame = new Promise<void>((done) => {
      requestAnimationFrame(() => done())
      setTimeout(done, patience)
    })
    await frame
    await new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: patience }))
    const fonts = document.fonts.status === 'loaded' ? [] : ['fonts']
    const panels = [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent ?? '')
    // a page that came drawn answers once the app has taken it over
    const drawnPage = document.getElementById('drawn-readings') ? ['the page, to be taken over'] : []
    return [...fonts, ...drawnPage, ...panels.filter((text) => /^(Loading|Drawing|Opening)\b/.test(text))]
  })
}

/**
 * Nothing of the page is on its way: no request is unanswered, no panel says that it is loading, and the browser
 * has drawn what it knows. Asked twice, since an answer may lead to another question.
 */
export async function settled(page: Page): Promise<void> {
  const nothing = { unanswered: [], loading: [] }
  const look = async () => ({ loading: await loadingWhenIdle(page), unanswered: unanswered(page) })
  await expect(async () => {
    expect(await look()).toEqual(nothing)
    expect(await look()).toEqual(nothing)
  }).toPass({ intervals: [20, 50, 100], timeout: 90_000 })
}

/** The page has drawn what it knows, as after a change of width; what loads may go on loading. */
export async function drawn(page: Page): Promise<void> {
  await loadingWhenIdle(page)
  await loadingWhenIdle(page)
}

/**
 * The page is set in its own type. One whose type came late keeps for as long as it stands to what the machine has,
 * which here takes more room than what a reader's machine has: then it is opened again, with the type at hand.
 */
export async function setInItsType(page: Page): Promise<void> {
  await expect(async () => {
    const isSet = await page.evaluate(() => {
      const probe = document.createElement('span')
      probe.textContent = 'Milliwaves'
      document.body.append(probe)
      const widths = ['monospace', '"Source Sans 3 Variable", monospace'].map((family) => {
        probe.style.font = `400 6rem ${family}`
        return probe.getBoundingClientRect().width
      })
      probe.remove()
      return widths[0] !== widths[1]
    })
    if (!isSet) await page.reload()
    expect(isSet).toBe(true)
  }).toPass({ intervals: [100], timeout: 90_000 })
  await settled(page)
}
