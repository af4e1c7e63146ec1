import { existsSync, readFileSync } from 'node:fs'

export interface Counts {
  passed: number
  failed: number
  /** of those that passed, how many did so only when repeated */
  repeated: number
}

export const noTests: Counts = { passed: 0, failed: 0, repeated: 0 }

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, repeated: a.repeated + b.repeated }
}

/** What Vitest's JSON reporter wrote; a file that could not run at all counts as one failure. */
export function readVitestCounts(file: string): Counts {
  const report = readReport(file)
  const passed = numberAt(report, 'numPassedTests')
  const failed = numberAt(report, 'numFailedTests')
  return { ...noTests, passed, failed: failed || numberAt(report, 'numFailedTestSuites') }
}

/** What Playwright's JSON reporter wrote. */
export function readPlaywrightCounts(file: string): Counts {
  const stats = readReport(file).stats
  if (typeof stats !== 'object' || stats === null) return noTests
  return {
    passed: numberAt(stats, 'expected') + numberAt(stats, 'flaky'),
    failed: numberAt(stats, 'unexpected'),
    repeated: numberAt(stats, 'flaky'),
  }
}

function readReport(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {}
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return typeof report === 'object' && report !== null ? { ...report } : {}
}

function numberAt(report: object, name: string): number {
  const value = Object.entries(report).find(([key]) => key === name)?.[1]
  return typeof value === 'number' ? value : 0
}
