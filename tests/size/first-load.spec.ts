import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/browser-test.ts'
import { settled } from '../support/settled.ts'

const kB = 1000
// of which 3.2 is what keeps a reader's settings and first presses, before the app (decisions 0071 and 0085)
const scriptBudget = 135 * kB
const wholeBudget = 207 * kB
/** what is painted: everything but the app */
const paintedBudget = 76 * kB
/** words that the chart, the slides and the workbook cannot do without, however they are bundled */
const wordsOfLater = ['recharts', 'presentationml', 'spreadsheetml']

interface Received {
  url: string
  type: string
  bytes: number
}

/** Every reply that the page receives, with its size on the network as Chromium counts it, headers included. */
async function countReceived(page: Page): Promise<Received[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const types = new Map<string, { url: string; type: string }>()
  const received: Received[] = []
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    types.set(requestId, { url: response.url, type })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const about = types.get(requestId)
    if (about) received.push({ ...about, bytes: encodedDataLength })
  })
  return received
}

const sum = (replies: readonly Received[]) => replies.reduce((total, { bytes }) => total + bytes, 0)

test('the first visit to the overview stays within its budget, and neither the chart nor the files are in it', async ({
  page,
  dashboard,
}) => {
  const received = await countReceived(page)
  await page.goto(dashboard)
  await expect(
    page.getByRole('rowheader').getByRole('link', { name: 'Waiting for OT assessment' }),
  ).toBeVisible()
  await settled(page)

  const scripts = received.filter(({ type }) => type === 'Script')
  const table = received.map(({ url, type, bytes }) => `${bytes}\t${type}\t${new URL(url).pathname}`)
  console.log([...table, `${sum(scripts)}\tall scripts`, `${sum(received)}\teverything`].join('\n'))
  expect(scripts.length).toBeGreaterThan(0)
  expect(sum(scripts)).toBeLessThanOrEqual(scriptBudget)
  expect(sum(received)).toBeLessThanOrEqual(wholeBudget)
  const app = scripts.filter(({ url }) => !url.includes('settings-first'))
  expect(sum(received) - sum(app)).toBeLessThanOrEqual(paintedBudget)

  const loaded = scripts.map(({ url }) => new URL(url).pathname.split('/').at(-1))
  for (const word of wordsOfLater) {
    const withWord = chunksWith(word)
    expect(withWord.length, `${word} is somewhere`).toBeGreaterThan(0)
    expect(
      loaded.filter((file) => file && withWord.includes(file)),
      `${word} comes later`,
    ).toEqual([])
  }
})

function chunksWith(word: string): string[] {
  const folder = 'dist/assets'
  return readdirSync(folder).filter(
    (file) => file.endsWith('.js') && readFileSync(join(folder, file), 'utf8').includes(word),
  )
}
