/**
 * Finds a Chromium for the tests, and says which and why: the one that CHROME names; else the one without a
 * window that an npm package carries; else one that is there (the system's, Playwright's), or Playwright's own
 * download; apt-get only where CI=true. Each is started once before it is believed. What a browser draws around a
 * page costs more than many a page, and nobody looks at it here: decision 0046.
 *
 *   node scripts/browser.ts     prints what it would use
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { unpackBrowser, unpackedBrowser } from './unpack-browser.ts'

export interface FoundBrowser {
  executablePath: string
  /** what the browser needs in its environment: libraries and fonts, where the system has none */
  environment: Record<string, string>
  how: string
}

/** Quiet, without a sandbox (tests run as root in containers), and on the network for nothing of its own. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const carried = 'the npm package @sparticuz/chromium'

/** A browser that is there already, without starting, unpacking or fetching anything. */
export function browserThatIsThere(): Pick<FoundBrowser, 'executablePath' | 'how'>[] {
  const given = process.env.CHROME
  const candidates = [
    ...(given ? [{ executablePath: given, how: 'named by CHROME' }] : []),
    { executablePath: unpackedBrowser.executablePath, how: `${carried}, unpacked before` },
    ...systemPlaces.map((executablePath) => ({ executablePath, how: 'the system’s' })),
    { executablePath: chromium.executablePath(), how: 'Playwright’s, downloaded before' },
  ]
  return candidates.filter(({ executablePath }) => existsSync(executablePath))
}

/** The first browser that starts; throws with everything that was tried where none does. */
export async function findBrowser(say: (line: string) => void): Promise<FoundBrowser> {
  const tried: string[] = []
  if (process.env.CHROME && !existsSync(process.env.CHROME)) {
    throw new Error(`CHROME names ${process.env.CHROME}, which does not exist: correct it, or unset it.`)
  }
  const ways: (() => Promise<FoundBrowser[]>)[] = [
    ...(process.env.CHROME ? [] : [unpackFromPackage]),
    async () => browserThatIsThere().map((found) => ({ ...found, environment: {} })),
    downloadWithPlaywright,
    installWithApt,
  ]
  for (const find of ways) {
    for (const found of await find().catch((error: unknown) => failed(tried, error))) {
      const fault = await faultOf(found)
      if (!fault) {
        say(`Browser: ${found.executablePath} (${found.how})`)
        return found
      }
      tried.push(`${found.executablePath} (${found.how}): ${fault}`)
    }
  }
  throw new Error(
    ['No Chromium for the tests. Install one, or name it: CHROME=/path/to/chromium npm test', ...tried].join(
      '\n  ',
    ),
  )
}

function failed(tried: string[], error: unknown): [] {
  tried.push(error instanceof Error ? error.message : String(error))
  return []
}

/** Starts it and reads a page; null where that works. */
async function faultOf({ executablePath, environment }: FoundBrowser): Promise<string | null> {
  try {
    const browser = await chromium.launch({
      executablePath,
      args: browserArguments,
      env: { ...process.env, ...environment },
      timeout: 120_000,
    })
    const page = await browser.newPage()
    await page.setContent('<h1>ready</h1>')
    const text = await page.textContent('h1')
    await browser.close()
    return text === 'ready' ? null : 'shows no page'
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 3).join(' ')
  }
}

async function downloadWithPlaywright(): Promise<FoundBrowser[]> {
  run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], 180_000, {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
  })
  return [{ executablePath: chromium.executablePath(), environment: {}, how: 'downloaded by Playwright' }]
}

async function unpackFromPackage(): Promise<FoundBrowser[]> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(`${carried}: for Linux on x64`)
  const { executablePath, libraries } = await unpackBrowser()
  return [
    { executablePath, environment: {}, how: carried },
    { executablePath, environment: libraries, how: `${carried}, with the libraries it carries` },
  ]
}

async function installWithApt(): Promise<FoundBrowser[]> {
  if (process.env.CI !== 'true') throw new Error('apt-get: not tried, CI is not true')
  run('apt-get', ['update', '-q'], 120_000)
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], 300_000, {
    DEBIAN_FRONTEND: 'noninteractive',
  })
  return [{ executablePath: '/usr/bin/chromium', environment: {}, how: 'installed by apt-get' }]
}

function run(
  command: string,
  parameters: string[],
  timeout: number,
  environment: Record<string, string> = {},
) {
  const result = spawnSync(command, parameters, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    timeout,
    env: { ...process.env, ...environment },
  })
  if (result.status === 0) return
  const last = `${result.stdout ?? ''}\n${result.stderr ?? ''}`.trim().split('\n').slice(-2).join(' ')
  const what = [command, ...parameters].join(' ').replace(process.execPath, 'node')
  throw new Error(`${what}: ${result.error?.message ?? last}`)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await findBrowser((line) => console.log(line))
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
