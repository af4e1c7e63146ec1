import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { OverviewReply } from '../src/contract/overview.ts'
import { apiBase, paths } from '../src/contract/paths.ts'
import { startDashboard } from '../tests/support/servers.ts'
import { type Comparison, compare } from './measure.ts'
import { openBrowser } from './open-browser.ts'
import { staticOverview } from './static-overview.ts'

/** First visit to the overview until its 48 rows are painted, against a static page with the same rows. */
export async function overviewPainted(): Promise<Comparison> {
  const dashboard = await startDashboard()
  const browser = await openBrowser()
  const view = { edition: 5, audience: 'protected' } as const
  const reply = await fetch(dashboard.address + apiBase + paths.overview(view))
  const overview = OverviewReply.parse(await reply.json())
  const page = gzipSync(staticOverview(overview))
  const server = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
      .end(page),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const staticAddress = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  try {
    return await compare(
      { name: 'overview painted, against a static page', unit: 'ms', goal: 'at most 1.25' },
      () =>
        paintedAfter(
          browser,
          `${dashboard.address}/?edition=${view.edition}&audience=${view.audience}`,
          overview.kpis.length,
        ),
      () => paintedAfter(browser, staticAddress, overview.kpis.length),
      15,
    )
  } finally {
    await browser.close()
    server.close()
    await dashboard.stop()
  }
}

/** Milliseconds from the navigation to the frame after the last row is seen, in a context that knows nothing yet. */
export async function paintedAfter(browser: Browser, address: string, rows: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript((expected) => {
    const look = () => {
      const isUnseen = document.documentElement.style.display === 'none'
      if (isUnseen || document.querySelectorAll('tbody th a, [role=rowheader] a').length < expected) {
        requestAnimationFrame(look)
        return
      }
      // the frame in which the rows stand has been painted when the one after it begins
      requestAnimationFrame(() => Object.assign(window, { paintedAfter: performance.now() }))
    }
    requestAnimationFrame(look)
  }, rows)
  await page.goto(address)
  const handle = await page.waitForFunction(() => Reflect.get(window, 'paintedAfter'))
  const milliseconds: unknown = await handle.jsonValue()
  await context.close()
  return Number(milliseconds)
}
