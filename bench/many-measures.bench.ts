import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { type RunningServer, startServerOver } from '../tests/support/servers.ts'
import { writeCouncil } from './many-measures/write-council.ts'
import { type Comparison, compare } from './measure.ts'
import { openBrowser } from './open-browser.ts'
import { paintedAfter } from './overview.bench.ts'

const many = 500
const usual = 48

/** The overview of 500 measures, each in twelve towns, against that of 48: what is first seen, and its last row. */
export async function manyMeasures(): Promise<Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-many-'))
  const browser = await openBrowser()
  const running: RunningServer[] = []
  try {
    const [ofMany, ofUsual] = [await openCouncil(folder, many), await openCouncil(folder, usual)]
    running.push(ofMany, ofUsual)
    const about = (what: string) => ({
      name: `overview of ${many} measures, ${what}, against that of ${usual}`,
      unit: 'ms' as const,
      goal: 'at most 2',
    })
    return [
      await compare(
        about('first painted'),
        () => firstPainted(browser, ofMany.address),
        () => firstPainted(browser, ofUsual.address),
        15,
      ),
      await compare(
        about('its last row painted'),
        () => paintedAfter(browser, ofMany.address, many),
        () => paintedAfter(browser, ofUsual.address, usual),
        15,
      ),
    ]
  } finally {
    await browser.close()
    for (const server of running) await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A service over the one edition of a council with so many measures. */
async function openCouncil(folder: string, measures: number): Promise<RunningServer> {
  const files = join(folder, `files-${measures}`)
  const environment = { DATA_DIR: join(folder, `data-${measures}`), SEED: 'none' }
  await writeCouncil(files, measures)
  const start = performance.now()
  const load = spawn(
    process.execPath,
    ['server/cli/load.ts', files, '--publish', 'First', '--confirmed', '--reason', 'Made to be measured'],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const [status] = await once(load, 'exit')
  if (status !== 0) throw new Error(`the council of ${measures} measures could not be loaded`)
  console.log(`${measures} measures published in ${Math.round((performance.now() - start) / 1000)} s`)
  return await startServerOver(environment.DATA_DIR, { SEED: 'none' })
}

async function firstPainted(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  await page.goto(address)
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  )
  const milliseconds = await painted.jsonValue()
  await context.close()
  return Number(milliseconds)
}
