import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser-test.ts'
import { chooseByKeyboard } from '../support/choose-files.ts'
import { illustrativeLoad } from '../support/load-files.ts'
import { type RunningServer, startServerOver } from '../support/servers.ts'
import { settled } from '../support/settled.ts'
import { expectNothingFound } from './checks/axe.ts'

/** A service that was started empty, on a machine of the analyst's own. */
let folder: string
let server: RunningServer
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'first-'))
  server = await startServerOver(folder, { SEED: 'none', AUTH: 'demo' })
})
test.afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the first edition is published at the desk, by keyboard from the first page on', async ({
  page,
  context,
}) => {
  const heading = page.getByRole('heading', { level: 1 })
  await page.goto(server.address)
  await expect(heading).toHaveText('Nothing has been published yet')
  await expectNothingFound(page)
  await page.getByLabel('Viewing as').focus()
  await page.keyboard.type('performance')
  const desk = page.getByRole('link', { name: 'Load files for the first edition' })
  await desk.press('Enter')
  await expect(heading).toHaveText('Load files for the first edition')
  await expectNothingFound(page)
  // what is read for the new role has come: nothing of the page makes way for it any more
  await settled(page)
  await chooseByKeyboard(
    page,
    page.getByLabel('Choose files or a zip'),
    Object.entries(illustrativeLoad).map(([name, text]) => ({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    })),
  )
  await expect(heading).toHaveText('These files are sound')
  await expect(heading).toBeFocused()
  await expectNothingFound(page)
  const preview = context.waitForEvent('page')
  await page.getByRole('link', { name: 'for the panel' }).press('Control+Enter')
  const looked = await preview
  await expect(looked.getByRole('rowheader')).toContainText(['Waiting for OT'])
  await looked.close()
  await page.getByLabel('Label').focus()
  await page.keyboard.type('September 2025')
  await page.getByRole('button', { name: /^Go on/ }).press('Enter')
  await expect(page.getByText('This becomes edition 1, “September 2025”')).toBeVisible()
  await page.getByRole('button', { name: 'Publish edition 1' }).press('Enter')
  await expect(heading).toHaveText('Published as edition 1')
  await expect(heading).toBeFocused()
  await expect(page.getByRole('region', { name: 'This edition' })).toContainText('Illustrative data')
  // the search for faults has left the page as wide as a phone, where a calm measure is folded away
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('link', { name: 'Open edition 1' }).press('Enter')
  await expect(page.getByRole('rowheader')).toContainText(['Waiting for OT'])
})
