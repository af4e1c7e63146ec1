/**
 * Everything that must hold, as CI runs it: types, lint, arrows, dead code, tests, build, size and the
 * journeys in Chromium. Stops at the first stage that fails and names it; the last line is the count.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'
import { addCounts, type Counts, noTests, readPlaywrightCounts, readVitestCounts } from './test-counts.ts'

interface Stage {
  name: string
  /** a package's command line, started with this Node */
  program: string
  parameters: string[]
  environment?: Record<string, string>
  /** reads how many tests passed and failed, where the stage has tests */
  counts?: () => Counts
}

const reports = mkdtempSync(join(tmpdir(), 'dashboard-tests-'))
const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

const beforeTheBrowser: Stage[] = [
  { name: 'types', program: 'typescript/bin/tsc', parameters: ['--noEmit'] },
  { name: 'lint', program: '@biomejs/biome/bin/biome', parameters: ['ci', '.'] },
  {
    name: 'arrows',
    program: 'dependency-cruiser/bin/dependency-cruiser.mjs',
    parameters: ['--config', '.dependency-cruiser.cjs', 'src', 'server', 'mocks'],
  },
  { name: 'dead code', program: 'knip/bin/knip.js', parameters: [] },
  {
    name: 'unit, components, contract, server, guards',
    program: 'vitest/vitest.mjs',
    parameters: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    counts: () => readVitestCounts(vitestReport),
  },
  { name: 'build', program: 'vite/bin/vite.js', parameters: ['build'] },
  { name: 'build on the mock', program: 'vite/bin/vite.js', parameters: ['build', '--mode', 'mock'] },
]

const inTheBrowser = (environment: Record<string, string>): Stage => ({
  name: 'size and journeys in Chromium',
  program: '@playwright/test/cli.js',
  parameters: ['test', '--reporter=list,json'],
  environment: { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
  counts: () => readPlaywrightCounts(playwrightReport),
})

let total = noTests

/** Runs a stage with its output shown as it comes; true where it succeeded. */
function run({ name, program, parameters, environment = {}, counts }: Stage): boolean {
  const start = performance.now()
  console.log(`\n── ${name}`)
  const { status, error } = spawnSync(process.execPath, [join('node_modules', program), ...parameters], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...environment },
  })
  const stage = counts?.() ?? noTests
  const isFine = status === 0 && stage.failed === 0
  total = addCounts(total, isFine || stage.failed > 0 ? stage : { ...stage, failed: 1 })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (isFine) console.log(`── ${name}: passed in ${seconds} s`)
  else
    console.error(`\n── FAILED at the stage "${name}" after ${seconds} s${error ? `: ${error.message}` : ''}`)
  return isFine
}

async function runAll(): Promise<boolean> {
  if (!beforeTheBrowser.every(run)) return false
  console.log('\n── browser')
  try {
    const { executablePath, environment } = await findBrowser((line) => console.log(line))
    return run(inTheBrowser({ CHROME: executablePath, ...environment }))
  } catch (error) {
    console.error(`\n── FAILED at the stage "browser": ${error instanceof Error ? error.message : error}`)
    total = addCounts(total, { ...noTests, failed: 1 })
    return false
  }
}

process.exitCode = (await runAll()) ? 0 : 1
rmSync(reports, { recursive: true, force: true })
if (total.repeated > 0) console.log(`\n${total.repeated} passed only when repeated: listed above as flaky`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
