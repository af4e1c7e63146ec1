import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { Browser } from '@playwright/test'
import { startDashboard } from '../tests/support/servers.ts'
import { type Comparison, compare } from './measure.ts'
import { openBrowser } from './open-browser.ts'

const path = '/kpis/ot-waiting?edition=5&audience=protected'

/** First visit to a measure until its chart is painted, against a page that holds the same picture and nothing else. */
export async function measurePainted(): Promise<Comparison> {
  const dashboard = await startDashboard()
  const browser = await openBrowser()
  const picture = await pictureAt(browser, dashboard.address + path)
  const page = gzipSync(
    `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Measure</title><h1>Measure</h1><div role="application">${picture}</div></html>`,
  )
  const server = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
      .end(page),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const staticAddress = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  try {
    return await compare(
      { name: "measure's chart painted, against a static page", unit: 'ms', goal: 'at most 1.25' },
      () => paintedAfter(browser, dashboard.address + path),
      () => paintedAfter(browser, staticAddress),
      15,
    )
  } finally {
    await browser.close()
    server.close()
    await dashboard.stop()
  }
}

async function pictureAt(browser: Browser, address: string): Promise<string> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(address)
  const picture = await page
    .locator('[role=application] svg')
    .first()
    .evaluate((svg) => svg.outerHTML)
  await page.close()
  return picture
}

/** Milliseconds from the navigation to the frame after the picture is seen, in a context that knows nothing yet. */
async function paintedAfter(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(() => {
    const look = () => {
      const isUnseen = document.documentElement.style.display === 'none'
      if (isUnseen || !document.querySelector('[role=application] svg path')) requestAnimationFrame(look)
      else requestAnimationFrame(() => Object.assign(window, { paintedAfter: performance.now() }))
    }
    requestAnimationFrame(look)
  })
  await page.goto(address)
  const handle = await page.waitForFunction(() => Reflect.get(window, 'paintedAfter'))
  const milliseconds = Number(await handle.jsonValue())
  await context.close()
  return milliseconds
}
