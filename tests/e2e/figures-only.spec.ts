import type { Page } from '@playwright/test'
import { apiBase } from '../../src/contract/paths.ts'
import { expect, test } from '../support/browser-test.ts'
import { settled } from '../support/settled.ts'
import { arrived } from './pages.ts'

/** What the panel reads of change rests on figures that it does not have: for officers the same can be worked out. */
const view = 'edition=5&audience=exact'

/** Makes the data service one that offers figures only: no analysis, no signals, and rows without their part. */
async function offerFiguresOnly(page: Page) {
  const notOffered = { status: 404, contentType: 'application/problem+json' }
  const problem = JSON.stringify({ type: 'about:blank', title: 'Not found', status: 404 })
  for (const resource of ['analysis', 'signals']) {
    await page.route(`**${apiBase}/${resource}?**`, (route) =>
      route.fulfill({ ...notOffered, body: problem }),
    )
  }
  await page.route(`**${apiBase}/overview?**`, async (route) => {
    const response = await route.fetch()
    const overview: { kpis: Record<string, unknown>[] } = await response.json()
    const kpis = overview.kpis.map(({ analysis: _, ...row }) => row)
    await route.fulfill({ response, json: { ...overview, kpis } })
  })
  // the page that the service sends brings its first readings along: this one brings none
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const html = await response.text()
    await route.fulfill({
      response,
      body: html.replace(/<script type="application\/json"[\s\S]*?<\/script>/, ''),
    })
  })
}

const pages = [
  ['the overview', `/?${view}`],
  ['a measure', `/kpis/care-act-wait-median?${view}`],
  ['emerging issues', `/emerging?${view}`],
  ['safeguarding themes', `/safeguarding?${view}`],
] as const

test.describe('behind an API that offers figures only', () => {
  for (const [name, path] of pages) {
    test(`${name} says the same, worked out in the browser`, async ({ page, dashboard }) => {
      await page.request.post(`${dashboard}/api/v1/session`, { data: { role: 'analyst' } })
      await page.goto(dashboard + path)
      const brought = page.getByRole('heading', { level: 1 })
      await expect(brought).toHaveText(/measure|series|Median|Self-neglect/)
      await arrived(page)
      const said = await page.getByRole('main').innerText()
      await offerFiguresOnly(page)
      await page.goto(dashboard + path)
      await expect.poll(() => page.getByRole('main').innerText()).toBe(said)
    })
  }
})

test('the overview of our own service loads no code that analyses', async ({ page, dashboard }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await page.goto(`${dashboard}/?edition=5&audience=protected`)
  await expect(page.getByRole('heading', { name: 'What needs attention' })).toBeVisible()
  await settled(page)
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.filter((url) => url.includes('compute-edition'))).toEqual([])
})
