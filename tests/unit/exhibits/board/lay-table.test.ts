import { describe, expect, it } from 'vitest'
import { layTable } from '../../../../src/exhibits/board/lay-table.ts'

const sentence = 'Median Care Act wait: drifting up over the last 12 months, 72 days in Sep 2025'
const text = (head: string) => ({ head, kind: 'text' as const })

describe('a table on a board', () => {
  const table = (rows: string[][]) => ({
    title: 'Flagged',
    columns: ['Measure', 'Part', 'What the figures say', 'Since', 'Action'].map(text),
    rows,
  })
  const row = [
    'Median Care Act wait',
    'Whole borough',
    sentence,
    'Oct 2024',
    'Action A04 covers this measure',
  ]
  const room = { x: 40, y: 200, width: 1120, height: 250 }

  it('keeps a month on one line', () => {
    const { texts } = layTable(table([row, row]), 20, room)
    expect(texts.filter(({ text: words }) => words === 'Oct 2024')).toHaveLength(2)
  })

  it('makes no room for words that it does not show', () => {
    const long = row.with(1, 'Primary support reason: support with memory and cognition')
    const shown = layTable(table(Array.from({ length: 9 }, () => row)), 20, room)
    const beside = layTable(table([...Array.from({ length: 8 }, () => row), long]), 20, room)
    expect(beside.texts).toEqual(shown.texts)
  })
})
