import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { collectReplies } from '../../server/static-edition/collect-replies.ts'
import { writeEdition } from '../../server/static-edition/write-edition.ts'
import { apiBase } from '../../src/contract/paths.ts'
import { expect, test } from '../support/browser-test.ts'
import { serveObjects } from '../support/object-server.ts'
import { arrived } from './pages.ts'

const addresses = [
  '/',
  '/kpis/ot-waiting',
  '/kpis/care-act-within-28?dimension=ethnicity',
  '/safeguarding',
  '/plan',
  '/actions?log=live',
  '/data',
]

async function saidAt(page: Page, address: string): Promise<string> {
  await page.goto(address)
  await arrived(page)
  return await page.getByRole('main').innerText()
}

test('an edition published as files says the same, at a host that runs nothing', async ({
  page,
  dashboard,
}) => {
  const scratch = mkdtempSync(join(tmpdir(), 'static-pages-'))
  const folder = join(scratch, 'out')
  const ask = async (path: string) => {
    const reply = await fetch(dashboard + apiBase + path)
    return { status: reply.status, body: await reply.text() }
  }
  await writeEdition(collectReplies(ask, { edition: 5, packs: [] }), {
    edition: 5,
    assets: 'dist',
    folder,
    ask,
  })
  const host = await serveObjects(folder)
  const missed: string[] = []
  page.on('response', (response) => {
    if (response.status() >= 400) missed.push(`${response.status()} ${response.url()}`)
  })
  page.on('pageerror', ({ message }) => missed.push(message))
  for (const address of addresses) {
    expect
      .soft(await saidAt(page, host.address + address), address)
      .toBe(await saidAt(page, dashboard + address))
  }
  await page.goto(`${host.address}/changes`)
  await arrived(page)
  await expect(page.getByRole('main').getByText('46 measures have new figures')).toBeVisible()
  // no other edition is here to be compared with
  await expect(page.getByLabel('Compared with')).toHaveCount(0)
  expect(missed).toEqual([])
  // nobody is signed in here, and nobody can be
  await page.goto(host.address)
  await expect(page.getByText('Viewing as: panel')).toBeVisible()
  await expect(page.getByLabel('Viewing as')).toHaveCount(0)
  await page.goto(`${host.address}/?edition=5&audience=exact`)
  await expect(
    page
      .getByRole('main')
      .getByText(/Exact figures are for officers|officer/)
      .first(),
  ).toBeVisible()
  await host.stop()
  rmSync(scratch, { recursive: true })
})
