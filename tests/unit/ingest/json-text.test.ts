import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRepeatedName, placeOfPart } from '../../../src/ingest/json-text.ts'

const text = `{
  "files": [
    { "file": "a.csv", "outputs": [1, {"to": "b"}] },
    {
      "file": "c, [d].csv", "sheet": null
    }
  ],
  "last": []
}`

describe('the place of a part', () => {
  it.each([
    [['files'], 2, 3],
    [['files', 0], 3, 5],
    [['files', 0, 'outputs', 0], 3, 36],
    [['files', 0, 'outputs', 1, 'to'], 3, 40],
    [['files', 1, 'sheet'], 5, 29],
    [['last'], 8, 3],
  ])('%j is where it begins', (path, line, column) => {
    expect(placeOfPart(text, path)).toEqual({ line, column })
  })

  it('is that of what is around it where it is missing, and no place where nothing is', () => {
    expect(placeOfPart(text, ['files', 1, 'period'])).toEqual({ line: 4, column: 5 })
    expect(placeOfPart(text, ['other'])).toEqual({ line: 0, column: 0 })
    expect(placeOfPart('[]', [0])).toEqual({ line: 1, column: 2 })
  })

  it('is there for every part of whatever is written, with or without spaces', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, spaces) => {
        const written = JSON.stringify(value, null, spaces)
        const lines = written.split('\n')
        for (const { path, begins } of partsOf(value, [])) {
          const { line, column } = placeOfPart(written, path)
          expect(lines[line - 1]?.slice(column - 1).startsWith(begins)).toBe(true)
        }
        expect(findRepeatedName(written)).toBeNull()
      }),
    )
  })
})

/** Every entry and item of a value, with how it begins in a text. */
function partsOf(value: unknown, path: PropertyKey[]): { path: PropertyKey[]; begins: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Array.isArray(value)
    ? value.map((item, index) => ({ step: index, item, begins: JSON.stringify(item)[0] ?? '' }))
    : Object.entries(value).map(([name, item]) => ({ step: name, item, begins: JSON.stringify(name) }))
  return own.flatMap(({ step, item, begins }) => [
    { path: [...path, step], begins },
    ...partsOf(item, [...path, step]),
  ])
}
