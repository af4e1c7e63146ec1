import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The rows of docs/changes-on-purpose.md: a file, and the test that fails where it is changed as is said there. */
const rows = readFileSync('docs/changes-on-purpose.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, file, test, title] = /^\|.*\| `([^`]+)` \| `([^`]+)`: (.*) \| (?:new)? \|$/.exec(line) ?? []
    return file && test && title ? [{ file, test, title }] : []
  })

describe('the table of changes made on purpose', () => {
  it('holds the five of the review and thirty others', () => {
    expect(rows.length).toBeGreaterThanOrEqual(35)
  })

  it('names files that are there, and tests that are in them', () => {
    const gone = rows.filter(
      ({ file, test, title }) =>
        !existsSync(file) || !existsSync(test) || !readFileSync(test, 'utf8').includes(title),
    )
    expect(gone).toEqual([])
  })
})
