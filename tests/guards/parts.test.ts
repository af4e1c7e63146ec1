import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'

/** The mock of development, and the layer below the page's own words, which has words of its own; types are no code. */
const others = ['src/app/main.tsx', 'src/api/computed-here.ts', 'src/api/contract.ts']

describe('a part of the app that may not come', () => {
  it('is fetched where the reader is told why it did not: a bare import() once said “something broke”', () => {
    const files = sourceFiles(['src'], /\.tsx?$/).filter(({ path }) => !others.includes(path))
    const imports = files.flatMap(({ path, text }) =>
      [...text.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '').matchAll(/(.{0,40})\bimport\(/gs)].map(
        ([, before = '']) => ({ path, isFetched: /\b(fetchPart|lazyPart)\(\s*\(\) =>\s*$/.test(before) }),
      ),
    )
    expect(imports.length).toBeGreaterThan(30)
    expect(imports.filter(({ isFetched }) => !isFetched).map(({ path }) => path)).toEqual([])
  })
})
