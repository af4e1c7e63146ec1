import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const rows = readFileSync('docs/accessibility.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \d\.\d\.\d+ /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('the table of docs/accessibility.md', () => {
  it('holds all 55 criteria of WCAG 2.2 at levels A and AA, once each', () => {
    const numbers = rows.map((cells) => cells[1]?.split(' ')[0])
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(rows.filter((cells) => cells[2] === 'A')).toHaveLength(31)
    expect(rows.filter((cells) => cells[2] === 'AA')).toHaveLength(24)
  })

  it('says of every page how each criterion stands', () => {
    const results = rows.flatMap((cells) => cells.slice(4, -1))
    expect(rows.every((cells) => cells.length === rows[0]?.length)).toBe(true)
    expect(results.filter((result) => !['T', 'L', 'R', 'P', '?', '-'].includes(result))).toEqual([])
  })
})
