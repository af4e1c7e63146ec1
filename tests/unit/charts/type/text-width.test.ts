import { describe, expect, it } from 'vitest'
import { breakIntoLines, textWidth } from '../../../../src/charts/type/text-width.ts'

describe('breakIntoLines', () => {
  const note = 'Six milestones not drawn, one late: Second OT clinic open'

  it('leaves a text that fits on its line', () => {
    expect(breakIntoLines(note, 600, 14)).toEqual([note])
  })

  it('keeps every word, and each line within the room', () => {
    const lines = breakIntoLines(note, 180, 14)
    expect(lines.join(' ')).toBe(note)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(180)
  })

  it('gives a word wider than the room a line to itself', () => {
    expect(breakIntoLines('of deputyships', 40, 14)).toEqual(['of', 'deputyships'])
  })
})
