import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// Once, with TypeScript 7 and no swc, the linter read no module at all and reported green.
const { forbidden, options }: IConfiguration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs')

async function lint(baseDir: string): Promise<ICruiseResult> {
  const { output } = await cruise(['src', 'server', 'mocks'], {
    ...options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: forbidden ?? [] },
  })
  if (typeof output === 'string')
    throw new Error('dependency-cruiser gave a text where a result was expected')
  return output
}

describe('the house as it stands', () => {
  it('is read whole, and every arrow points one way', async () => {
    const result = await lint(resolve('.'))
    expect(result.summary.totalCruised).toBeGreaterThan(150)
    expect(result.modules.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['src/domain/scorecard/scorecard.ts', 'server/app.ts', 'mocks/db.ts']),
    )
    expect(result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([])
  })
})

const plantedIn = mkdtempSync(join(tmpdir(), 'planted-arrows-'))

/** One file that breaks one rule, and the rule that must say so. */
const planted: [file: string, imports: string, rule: string][] = [
  ['src/contract/planted.ts', '../api/target.ts', 'contract-imports-only-domain'],
  ['src/service/planted.ts', '../api/target.ts', 'service-imports-only-contract-domain'],
  ['src/domain/planted.ts', '../contract/target.ts', 'domain-imports-only-itself'],
  ['src/ui/planted.ts', '../domain/target.ts', 'ui-imports-only-itself'],
  ['src/stores/planted.ts', '../domain/target.ts', 'stores-imports-only-itself'],
  ['src/api/planted.ts', '../ui/target.ts', 'api-imports-only-contract-domain'],
  ['src/ingest/planted.ts', '../demo/target.ts', 'ingest-imports-only-contract-domain'],
  ['src/demo/planted.ts', '../ui/target.ts', 'demo-imports-only-contract-domain'],
  ['src/charts/planted.ts', '../exhibits/target.ts', 'charts-imports-only-domain-ui'],
  [
    'src/exhibits/planted.ts',
    '../features/one/target.ts',
    'exhibits-imports-only-charts-api-domain-ui-stores',
  ],
  [
    'src/features/one/planted.ts',
    '../../contract/target.ts',
    'features-imports-only-exhibits-charts-api-domain-ui-stores',
  ],
  ['src/app/planted.ts', '../contract/target.ts', 'app-imports-only-features-exhibits-api-domain-ui-stores'],
  ['src/app/mocked.ts', '../../mocks/target.ts', 'only-the-entry-imports-mocks'],
  ['src/features/two/planted.ts', '../one/target.ts', 'features-do-not-import-each-other'],
  ['mocks/planted.ts', '../src/api/target.ts', 'mocks-import-service-contract-domain-demo'],
  [
    'server/planted.ts',
    '../src/features/one/target.ts',
    'server-imports-service-contract-domain-demo-ingest',
  ],
  ['src/domain/framework.ts', 'react', 'domain-knows-no-framework'],
  ['server/engine.ts', '@electric-sql/pglite', 'pglite-through-its-own-module'],
  ['src/domain/lost.ts', './nowhere.ts', 'nothing-unresolved'],
  ['src/domain/circle.ts', './circle-back.ts', 'no-circles'],
]

function write(file: string, text: string) {
  const path = join(plantedIn, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

describe('a planted violation is caught', () => {
  let broken: Map<string, string[]>
  beforeAll(async () => {
    cpSync('tsconfig.json', join(plantedIn, 'tsconfig.json'))
    cpSync('package.json', join(plantedIn, 'package.json'))
    symlinkSync(resolve('node_modules'), join(plantedIn, 'node_modules'))
    const floors = [
      'contract',
      'service',
      'domain',
      'ui',
      'stores',
      'api',
      'ingest',
      'demo',
      'charts',
      'exhibits',
      'features/one',
      'app',
    ]
    for (const floor of floors) write(`src/${floor}/target.ts`, 'export const target = 1\n')
    write('mocks/target.ts', 'export const target = 1\n')
    write('src/domain/circle-back.ts', "export { planted } from './circle.ts'\n")
    for (const [file, imports] of planted) {
      write(file, `import * as target from '${imports}'\nexport const planted = target\n`)
    }
    const { summary } = await lint(plantedIn)
    broken = new Map()
    for (const { from, to, rule } of summary.violations) {
      // a circle is told once, by either of its ends
      const files = rule.name === 'no-circles' ? [from, to] : [from]
      for (const file of files) broken.set(file, [...(broken.get(file) ?? []), rule.name])
    }
  })
  afterAll(() => rmSync(plantedIn, { recursive: true, force: true }))

  it.each(planted)('%s, which imports %s, breaks %s', (file, _, rule) => {
    expect(broken.get(file)).toContain(rule)
  })

  it('has one of every rule', () => {
    expect(new Set(planted.map(([, , rule]) => rule))).toEqual(
      new Set((forbidden ?? []).map(({ name }) => name)),
    )
  })
})
