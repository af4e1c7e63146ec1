/**
 * Everything that must hold, as CI runs it: types, lint, arrows, dead code, packages without a known weakness, tests,
 * build, size and the journeys in Chromium. Stages that keep one core busy run side by side, and say what they have to
 * say when they end. Nothing begins after a stage that failed, which is named; the last line is the count.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { notAsked } from './audit-report.ts'
import { findBrowser } from './browser.ts'
import { addCounts, type Counts, noTests, readPlaywrightCounts, readVitestCounts } from './test-counts.ts'

interface Stage {
  name: string
  /** a package's command line, or a program of ours, started with this Node */
  program: string
  parameters: string[]
  environment?: Record<string, string>
  /** reads how many tests passed and failed, where the stage has tests */
  counts?: () => Counts
  /** how it ends where it could not find out, which is said and stops nothing */
  unknownAt?: number
}

const reports = mkdtempSync(join(tmpdir(), 'dashboard-tests-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

/**
 * Of every process: tests make and drop much at once, and with room for it the unit tests take a seventh less of the
 * processor. The commands that tests start find out at once what the modules of two packages are, as `npm` starts them.
 */
const optionsOfNode = [
  process.env.NODE_OPTIONS,
  '--max-semi-space-size=32',
  `--import=${new URL('known-formats.mjs', import.meta.url)}`,
]

/** One after the other; those of one row side by side. */
const beforeTheBrowser: Stage[][] = [
  [
    { name: 'types', program: 'typescript/bin/tsc', parameters: ['--noEmit'] },
    { name: 'lint', program: '@biomejs/biome/bin/biome', parameters: ['ci', '.'] },
    {
      name: 'arrows',
      program: 'dependency-cruiser/bin/dependency-cruiser.mjs',
      parameters: ['--config', '.dependency-cruiser.cjs', 'src', 'server', 'mocks'],
    },
    { name: 'dead code', program: 'knip/bin/knip.js', parameters: [] },
    {
      name: 'known weaknesses of packages',
      program: 'scripts/audit.ts',
      parameters: [],
      unknownAt: notAsked,
    },
    { name: 'what many tests read', program: 'tests/support/make-for-all-tests.ts', parameters: [] },
  ],
  [
    {
      name: 'unit, components, contract, server, guards',
      program: 'vitest/vitest.mjs',
      parameters: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
      counts: () => readVitestCounts(vitestReport),
    },
  ],
  [
    { name: 'build', program: 'vite/bin/vite.js', parameters: ['build'] },
    { name: 'build of what draws pages', program: 'vite/bin/vite.js', parameters: ['build', '--ssr'] },
    { name: 'build on the mock', program: 'vite/bin/vite.js', parameters: ['build', '--mode', 'mock'] },
  ],
]

const inTheBrowser = (environment: Record<string, string>): Stage => ({
  name: 'size and journeys in Chromium',
  program: '@playwright/test/cli.js',
  parameters: ['test', '--reporter=list,json'],
  environment: { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
  counts: () => readPlaywrightCounts(playwrightReport),
})

let total = noTests
const unknown: string[] = []

/** Code that was compiled once is not compiled anew by each of the many processes that tests start. */
const ofEveryProcess = {
  NODE_COMPILE_CACHE: resolve('node_modules/.cache/node'),
  NODE_OPTIONS: optionsOfNode.filter(Boolean).join(' '),
}

/** Runs a stage, its output shown as it comes or, beside others, at once; true where it succeeded. */
async function run(stage: Stage, isAlone: boolean): Promise<boolean> {
  const { name, program, parameters, environment = {}, counts, unknownAt } = stage
  const start = performance.now()
  if (isAlone) console.log(`\n── ${name}`)
  const path = /^(scripts|tests)\//.test(program) ? program : join('node_modules', program)
  const child = spawn(process.execPath, [path, ...parameters], {
    stdio: ['ignore', isAlone ? 'inherit' : 'pipe', isAlone ? 'inherit' : 'pipe'],
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...ofEveryProcess, ...environment },
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => said.push(piece))
  const [status]: unknown[] = await once(child, 'close').catch((error: Error) => [error.message])
  if (!isAlone) console.log(`\n── ${name}\n${Buffer.concat(said).toString().trimEnd()}`)
  const counted = counts?.() ?? noTests
  if (unknownAt !== undefined && status === unknownAt) {
    unknown.push(name)
    return true
  }
  const isFine = status === 0 && counted.failed === 0
  total = addCounts(total, isFine || counted.failed > 0 ? counted : { ...counted, failed: 1 })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (isFine) console.log(`── ${name}: passed in ${seconds} s`)
  else
    console.error(
      `\n── FAILED at the stage "${name}" after ${seconds} s${typeof status === 'string' ? `: ${status}` : ''}`,
    )
  return isFine
}

/** Runs the stages of a row; names last what failed, which others may have spoken after. */
async function runSideBySide(stages: readonly Stage[]): Promise<boolean> {
  const isFine = await Promise.all(stages.map((stage) => run(stage, stages.length === 1)))
  const failed = stages.filter((_, place) => !isFine[place]).map(({ name }) => name)
  if (failed.length > 0 && stages.length > 1) console.error(`\n── FAILED: ${failed.join(', ')}`)
  return failed.length === 0
}

async function runAll(): Promise<boolean> {
  for (const stages of beforeTheBrowser) if (!(await runSideBySide(stages))) return false
  console.log('\n── browser')
  try {
    const { executablePath, environment } = await findBrowser((line) => console.log(line))
    return await run(inTheBrowser({ CHROME: executablePath, ...environment }), true)
  } catch (error) {
    console.error(`\n── FAILED at the stage "browser": ${error instanceof Error ? error.message : error}`)
    total = addCounts(total, { ...noTests, failed: 1 })
    return false
  }
}

process.exitCode = (await runAll()) ? 0 : 1
rmSync(reports, { recursive: true, force: true })
for (const name of unknown) console.log(`\n${name}: not known, as said above`)
if (total.repeated > 0) console.log(`\n${total.repeated} passed only when repeated: listed above as flaky`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
