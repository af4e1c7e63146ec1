import { describe, expect, it } from 'vitest'
import { sourceFiles } from './source-files.ts'

describe('what is hidden from the eye alone', () => {
  it('never wraps: in a box of one pixel a screen reader would read a word a line', () => {
    const rules = sourceFiles(['src'], /\.css$/).flatMap(({ path, text }) =>
      [...text.matchAll(/\{[^{}]*\}/g)].map(([rule]) => ({ path, rule })),
    )
    const hidden = rules.filter(
      ({ rule }) => /clip-path: inset\(50%\)/.test(rule) && /\bwidth: 1px/.test(rule),
    )
    expect(hidden.length).toBeGreaterThan(5)
    expect(hidden.filter(({ rule }) => !/white-space: nowrap/.test(rule))).toEqual([])
  })
})
