import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '../support/browser-test.ts'
import { startDashboard } from '../support/servers.ts'
import { filesOf, inCalifornia, inTokyo } from './briefing-files.ts'

/** The latest figures of the OT list restated, and a month more. */
const restated = [
  'kpi_id,period,dimension,member,value,numerator,denominator,n,status,as_at',
  'ot-waiting,2025-08,borough,All,400,,,,final,2025-11-06',
  'ot-waiting,2025-09,borough,All,412,,,,final,2025-11-06',
  'ot-waiting,2025-10,borough,All,425,,,,provisional,2025-11-06',
].join('\n')

function publish(folder: string, observations: string, label: string) {
  const files = mkdtempSync(join(tmpdir(), 'dashboard-load-'))
  writeFileSync(join(files, 'observations.csv'), observations)
  try {
    execFileSync(
      process.execPath,
      ['server/cli/load.ts', files, '--publish', label, '--reason', 'A list was counted again'],
      {
        env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
      },
    )
  } finally {
    rmSync(files, { recursive: true, force: true })
  }
}

test('a pinned briefing keeps its picture once a newer edition restates its figures', async ({ browser }) => {
  test.slow()
  const dashboard = await startDashboard()
  try {
    const address = `${dashboard.address}/briefing/ot-waiting?edition=5&audience=protected`
    const before = await filesOf(browser, address, inCalifornia)
    publish(dashboard.folder, restated, 'October 2025')
    const after = await filesOf(browser, address, inTokyo)
    expect(after.svg.bytes.equals(before.svg.bytes), 'the same SVG').toBe(true)
    expect(after.png.bytes.equals(before.png.bytes), 'the same PNG').toBe(true)
    expect(after.svg.name).toBe(before.svg.name)

    const page = await browser.newPage()
    await page.goto(address)
    await expect(page.getByText(/edition 6/).first()).toBeVisible()
    const newest = await filesOf(browser, address.replace('edition=5', 'edition=6'), inCalifornia)
    expect(newest.svg.bytes.equals(before.svg.bytes), 'edition 6 shows what it holds').toBe(false)
    await page.close()
  } finally {
    await dashboard.stop()
  }
})
