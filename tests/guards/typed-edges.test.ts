import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rightLinks, wrongLinks } from './planted-links.ts'
import { sourceFiles } from './source-files.ts'

// Once, replies of the server were typed as objects and documents of the database as unknown: a new state in the
// domain compiled, and answered 500.
const plantedIn = mkdtempSync(join(tmpdir(), 'planted-states-'))

/** A state added to the domain alone, and where it must not compile. */
const planted: [file: string, from: string, to: string, mustSay: RegExp][] = [
  // a reply whose words the contract does not have
  [
    'src/domain/plans/judge-success.ts',
    "| { kind: 'judged-by-board'; text: string }",
    "| { kind: 'judged-by-board'; text: string } | { kind: 'planted' }",
    /^src\/service\/plan\.ts/m,
  ],
  // a kind of stored document that nobody has decided to publish or to keep back
  [
    'server/db/schema/versioned.ts',
    'interface RecordDocuments {',
    'interface RecordDocuments {\n  planted: { id: string }',
    /^server\/db\/protect-records\.ts/m,
  ],
  // a field of a definition that its contract does not name is harmless; one that it needs and loses is not
  ['src/domain/measures/measure.ts', '  sdc: DisclosureClass\n', '', /^src\/service\/kpis\.ts/m],
  // a state that pages put into words
  [
    'src/domain/plans/judge-milestone.ts',
    "'not-started'] as const",
    "'not-started', 'planted'] as const",
    /^src\/(domain|features|ui|charts)\//m,
  ],
]

describe('a state that only the domain knows, or a link that is misspelt, does not compile', () => {
  beforeAll(() => {
    for (const folder of ['src', 'server', 'mocks'])
      cpSync(folder, join(plantedIn, folder), { recursive: true })
    const config: unknown = JSON.parse(readFileSync('tsconfig.json', 'utf8'))
    writeFileSync(
      join(plantedIn, 'tsconfig.json'),
      JSON.stringify({ ...Object(config), include: ['src', 'server', 'mocks'] }),
    )
    cpSync('package.json', join(plantedIn, 'package.json'))
    symlinkSync(resolve('node_modules'), join(plantedIn, 'node_modules'))
  })
  afterAll(() => rmSync(plantedIn, { recursive: true, force: true }))

  const compile = () =>
    spawnSync(
      process.execPath,
      [resolve('node_modules/typescript/bin/tsc'), '--noEmit', '--pretty', 'false'],
      {
        cwd: plantedIn,
        encoding: 'utf8',
      },
    ).stdout

  // that nothing is said of the tree as it stands is the first stage of the proof
  it('where it must be known, and nothing is said of links that are right', () => {
    for (const { path, text } of [...rightLinks, ...wrongLinks]) writeFileSync(join(plantedIn, path), text)
    for (const [file, from, to] of planted) {
      const path = join(plantedIn, file)
      const text = readFileSync(path, 'utf8')
      expect(text).toContain(from)
      writeFileSync(path, text.replace(from, to))
    }
    const said = compile()
    for (const [, , , mustSay] of planted) expect(said).toMatch(mustSay)
    // once, a link took any search made of texts: a misspelt parameter compiled, and its page left it out
    const refused = new Set([...said.matchAll(/^(src\/app\/\w+-link-\d+\.tsx)\(/gm)].map(([, path]) => path))
    expect(refused).toEqual(new Set(wrongLinks.map(({ path }) => path)))
  })
})

describe('what a link asks for', () => {
  it('stands in so many words: what a function makes of the address is checked by nobody', () => {
    const made = sourceFiles(['src'], /\.tsx$/).flatMap(({ path, text }) =>
      [...text.matchAll(/\bsearch=\{(\(|\w+ =>)/g)].map(() => path),
    )
    // a link that a pack holds, which is data; and the one that keeps the address but for what it is given
    expect(made).toEqual(['src/features/pack/ItemContent.tsx', 'src/ui/HereLink.tsx'])
  })
})
