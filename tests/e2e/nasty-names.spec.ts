import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from '../support/browser-test.ts'
import { nastyName, nastyNameAsRead } from '../support/nasty-words.ts'
import { picture, savedFile } from './briefing-files.ts'

/** A service whose name holds what XML, HTML and JSON hold dear: each file of it can be read. */

const parse = (page: Page, texts: string[]) =>
  page.evaluate(
    (all) =>
      all.map((text) => {
        const parsed = new DOMParser().parseFromString(text, 'application/xml')
        return parsed.querySelector('parsererror')?.textContent ?? parsed.documentElement.textContent ?? ''
      }),
    texts,
  )

test('a briefing of a service with a nasty name leaves as drawing, image and slides', async ({
  page,
  browser,
  dashboard,
}) => {
  // of no address: what it parses is under no policy
  const reader = await browser.newPage()
  // as the server writes it: data in the page
  await page.route(/\/briefing\/ot-waiting/, async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const reply = await route.fetch()
    const service = JSON.stringify(nastyName('Adults & Communities')).replaceAll('<', '\\u003c')
    const body = (await reply.text()).replaceAll(
      '"service":"Adult social care"',
      () => `"service":${service}`,
    )
    await route.fulfill({ response: reply, body })
  })
  await page.goto(`${dashboard}/briefing/ot-waiting?edition=5`)
  await expect(picture(page)).toBeVisible()
  expect(await page.title()).toContain('Adults & Communities')

  const svg = await savedFile(page, 'SVG')
  const [drawing] = await parse(reader, [svg.bytes.toString('utf8')])
  expect(drawing).toContain('Adults & Communities & < > ')
  expect(drawing).not.toContain('&amp;amp;')
  const png = await savedFile(page, 'PNG 1×')
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect(png.bytes.toString('utf8')).toContain('Adults & Communities')

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'PowerPoint', exact: true }).click()
  const parts = Object.entries(unzipSync(await readFile(await (await download).path()))).filter(([name]) =>
    /\.(xml|rels)$/.test(name),
  )
  const texts = await parse(
    reader,
    parts.map(([, bytes]) => strFromU8(bytes)),
  )
  expect(parts.filter((_, index) => texts[index]?.includes('error on line')).map(([name]) => name)).toEqual(
    [],
  )
  const company = texts[parts.findIndex(([name]) => name === 'docProps/app.xml')]
  expect(company).toContain(nastyNameAsRead('Adults & Communities'))
  await reader.close()
})
