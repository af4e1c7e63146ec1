import { describe, expect, it } from 'vitest'
import { parseNumber } from '../../../src/ingest/parse-number.ts'

const remedyOf = (text: string) => {
  const parsed = parseNumber(text)
  return parsed.kind === 'fault' ? parsed.remedy : null
}

describe('parseNumber', () => {
  it('reads digits with a point, and how many decimals were written', () => {
    expect(parseNumber('43.80')).toEqual({ kind: 'number', value: 43.8, decimals: 2 })
    expect(parseNumber('0')).toEqual({ kind: 'number', value: 0, decimals: 0 })
  })

  it('reads a hyphen and a true minus as negative, and no negative zero', () => {
    expect(parseNumber('-12')).toMatchObject({ value: -12 })
    expect(parseNumber('\u221212')).toMatchObject({ value: -12 })
    expect(parseNumber('-0')).toMatchObject({ value: 0 })
  })

  it('never guesses what a comma means', () => {
    expect(remedyOf('1,234')).toBe('write it without separators: 1234')
    expect(remedyOf('1,23')).toBe('write a point for decimals: 1.23')
  })

  it('refuses everything else that Number would take', () => {
    expect([' 1', '1e3', '0x10', 'Infinity', '.5', '5.', '+5', ''].map(remedyOf)).not.toContain(null)
  })
})
