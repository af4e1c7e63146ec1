import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createProposer, sayCell, sayNumber, sayWith } from '../../../src/ingest/say-cell.ts'

describe('sayCell', () => {
  it.each(['412', '1,234', '45%', '-3.5', '£1,200', '<5', '2025-13', '2025-Q5', 'FY2024-26', '2024/25'])(
    'says %s: it is a figure or a period',
    (text) => {
      expect(sayCell(text, 'the cell')).toBe(`"${text}"`)
    },
  )

  it.each([
    'M Example',
    'x',
    'done',
    '01/02/1941',
    '1941-02-01',
    '9434765919',
    '943 476 5919',
    '07700900123',
    '',
  ])('never says %s', (text) => {
    expect(sayCell(text, 'the cell')).toBe('the cell')
  })

  it('says no letters but those of a period', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        if (/[a-z]/i.test(text.replace(/^FY ?|Q/i, ''))) expect(sayCell(text, 'the cell')).toBe('the cell')
      }),
    )
  })

  it('says a number of up to eight digits', () => {
    expect([sayNumber(104.5, 'it'), sayNumber(9434765919, 'it'), sayWith('n', 2.5)]).toEqual([
      '104.5',
      'it',
      'n 2.5',
    ])
  })
})

describe('createProposer', () => {
  it('proposes the nearest known id, and ends after as many as a person reads', () => {
    const propose = createProposer(2)
    const known = ['ot-waiting', 'dp-clients']
    expect([1, 2, 3].map(() => propose('ot-wating', known))).toEqual(['ot-waiting', 'ot-waiting', null])
  })

  it('compares no text with ids that no id is as long as', () => {
    expect(createProposer()('x'.repeat(201), ['x'.repeat(200)])).toBeNull()
  })
})
