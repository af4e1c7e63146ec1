import { describe, expect, it } from 'vitest'
import { breakIntoLines, shorten, textWidth } from '../../../../src/charts/type/text-width.ts'

describe('breakIntoLines', () => {
  const note = 'Six milestones not drawn, one off track: Second OT clinic open'

  it('leaves a text that fits on its line', () => {
    expect(breakIntoLines(note, 600, 14)).toEqual([note])
  })

  it('keeps every word, and each line within the room', () => {
    const lines = breakIntoLines(note, 180, 14)
    expect(lines.join(' ')).toBe(note)
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(180)
  })

  it('breaks a word wider than the room where it must', () => {
    expect(breakIntoLines('of deputyships', 40, 14)).toEqual(['of', 'deput', 'yship', 's'])
    for (const line of breakIntoLines('Reablement'.repeat(6), 120, 14)) {
      expect(textWidth(line, 14)).toBeLessThanOrEqual(120)
    }
  })
})

describe('shorten', () => {
  it('keeps whole words, and of one long word what fits', () => {
    expect(shorten('Second OT clinic open', 90, 14)).toBe('Second OT…')
    const short = shorten('Reablement'.repeat(6), 90, 14)
    expect(short).toMatch(/^Reablement.*…$/)
    expect(textWidth(short, 14)).toBeLessThanOrEqual(90)
  })
})

describe('textWidth', () => {
  it('gives no room to accents and joiners, and much to pictures', () => {
    expect(textWidth('cafe\u0301\u200d', 14)).toBe(textWidth('cafe', 14))
    expect(textWidth('👩', 14)).toBeGreaterThan(14)
  })
})
