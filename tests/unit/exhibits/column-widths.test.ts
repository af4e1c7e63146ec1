import { describe, expect, it } from 'vitest'
import { wordsWidth } from '../../../src/charts/type/words-width.ts'
import { columnWidths } from '../../../src/exhibits/column-widths.ts'

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
const size = 20
const sentence = 'Median Care Act wait: drifting up over the last 12 months, 72 days in Sep 2025'

describe('columnWidths', () => {
  it('gives each column what its words want, and what is left in proportion', () => {
    const widths = columnWidths(['Measure', 'Since'], [['OT list', 'Oct 2024']], { size, width: 1000 })
    expect(sum(widths)).toBeCloseTo(1000, 6)
    expect(widths[1]).toBeGreaterThan(wordsWidth('Oct 2024', 'strong', size))
  })

  it('keeps a month or a day on one line beside a sentence that wants the whole room', () => {
    const rows = [['Care Act wait, nine in ten within', sentence, '30 Sep 2025', sentence]]
    const widths = columnWidths(['Measure', 'What the figures say', 'Since', 'Action'], rows, {
      size,
      width: 640,
    })
    expect(sum(widths)).toBeCloseTo(640, 6)
    expect(widths[2]).toBeGreaterThanOrEqual(wordsWidth('30 Sep 2025', 'strong', size))
  })

  it('breaks a day rather than a word where there is no room for both', () => {
    const days = Array.from({ length: 5 }, () => '30 Sep 2025')
    const widths = columnWidths(['A', 'B', 'C', 'D', 'E'], [days], { size, width: 300 })
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(wordsWidth('2025', 'strong', size))
    expect(sum(widths)).toBeCloseTo(300, 6)
  })

  it('measures words in the font that they are set in', () => {
    const rows = [['30 Sep 2025', sentence]]
    const [own = 0] = columnWidths(['Due', 'Why'], rows, { size, width: 500 })
    const [wider = 0] = columnWidths(['Due', 'Why'], rows, { size, width: 500, spread: 1.15 })
    expect(wider).toBeGreaterThan(own)
  })
})
