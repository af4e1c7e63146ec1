import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { linesWith, sourceFiles } from './source-files.ts'

const text = /\.(tsx?|mjs|cjs|js|json|css|html|md|sql|svg)$|^\.ci\/run$/
const everything = sourceFiles(['.'], text).filter(({ path }) => path !== 'tests/guards/repository.test.ts')
const product = everything.filter(({ path }) => /^(src|mocks|server)\//.test(path))

describe('the repository', () => {
  it('writes colours in hexadecimal in the token file alone', () => {
    // an icon is a picture of its own: it cannot read the tokens of the page
    const elsewhere = product.filter(({ path }) => path !== 'src/ui/tokens.css' && !path.endsWith('.svg'))
    // addresses (#series) and private names are no colours: a colour stands alone or in quotes
    expect(linesWith(elsewhere, /(?<![\w&/-])#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])/i)).toEqual(
      [],
    )
  })

  it('names no folder of anybody’s machine', () => {
    expect(linesWith(everything, /(?<![\w.])\/(work|home|root|Users|tmp)\/\w/)).toEqual([])
  })

  it('locks packages without naming the registry that they came from', () => {
    const lock = readFileSync('package-lock.json', 'utf8')
    expect(lock.match(/"resolved": "(https?:[^"]*)"/g)).toBeNull()
    expect(lock.match(/"integrity"/g)?.length).toBeGreaterThan(300)
  })

  it('skips no test and leaves nothing to be done', () => {
    const words = [
      String.raw`\b(it|test|describe)\.(skip|only|todo|fixme)\b`,
      String.raw`\b(TODO|FIXME|XXX)\b`,
    ]
    expect(
      linesWith(
        everything.filter(({ path }) => /\.(tsx?|css)$/.test(path)),
        new RegExp(words.join('|')),
      ),
    ).toEqual([])
  })

  it('silences no checker', () => {
    const silences = /@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/
    const code = everything.filter(({ path }) => /\.(tsx?|css)$/.test(path))
    expect(code.filter((file) => silences.test(file.text)).map(({ path }) => path)).toEqual([])
  })

  it('asks for no library of hundreds of files as a whole: Node would read them all at every start', () => {
    expect(linesWith(everything, /(from|import\() ?'date-fns'/)).toEqual([])
  })

  it('calls in CI what the README says, and nothing else', () => {
    const script = readFileSync('.ci/run', 'utf8')
      .split('\n')
      .filter((line) => line && !/^(#|set |cd )/.test(line))
    expect(script).toEqual(['npm ci && npm test'])
    expect(readFileSync('README.md', 'utf8')).toContain('npm ci && npm test')
  })
})
