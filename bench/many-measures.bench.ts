import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
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

/**
 * 500 measures, each in twelve towns, against 48: the memory that it takes to check and publish them, and of the overview
 * what is first seen, and its last row.
 */
export async function manyMeasures(): Promise<Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dashboard-many-'))
  const browser = await openBrowser()
  const councils: Council[] = []
  try {
    const [ofMany, ofUsual] = [await openCouncil(folder, many), await openCouncil(folder, usual)]
    councils.push(ofMany, ofUsual)
    const about = (what: string) => ({
      name: `overview of ${many} measures, ${what}, against that of ${usual}`,
      unit: 'ms' as const,
      goal: 'at most 2',
    })
    return [
      {
        name: `memory while ${many} measures are published, against ${usual}`,
        unit: 'MB',
        goal: 'at most 3',
        ours: ofMany.mostMemory,
        baseline: ofUsual.mostMemory,
        ratio: ofMany.mostMemory / ofUsual.mostMemory,
        rounds: 1,
      },
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
    for (const council of councils) await council.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Council extends RunningServer {
  /** what the command that published it took at most, in megabytes, as the system counts it */
  mostMemory: number
}

/** A service over the one edition of a council with so many measures. */
async function openCouncil(folder: string, measures: number): Promise<Council> {
  const files = join(folder, `files-${measures}`)
  const environment = { DATA_DIR: join(folder, `data-${measures}`), SEED: 'none' }
  await writeCouncil(files, measures)
  const start = performance.now()
  const load = spawn(
    process.execPath,
    ['server/cli/load.ts', files, '--publish', 'First', '--confirmed', '--reason', 'Made to be measured'],
    { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  let mostMemory = 0
  const watch = setInterval(() => {
    mostMemory = Math.max(mostMemory, mostMegabytes(load.pid))
  }, 200)
  const [status] = await once(load, 'exit')
  clearInterval(watch)
  if (status !== 0) throw new Error(`the council of ${measures} measures could not be loaded`)
  console.log(`${measures} measures published in ${Math.round((performance.now() - start) / 1000)} s`)
  const service = await startServerOver(environment.DATA_DIR, { SEED: 'none' })
  return { ...service, mostMemory }
}

/** What a process has taken at most so far; 0 once it has ended. */
function mostMegabytes(pid: number | undefined): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0
  }
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
