import { describe, expect, it } from 'vitest'
import type { NumberRule } from '../../../src/ingest/number-rule.ts'
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
    expect(remedyOf('1,234')).toContain('write it without separators: 1234, or say in the mapping')
    expect(remedyOf('1,23')).toContain('write a point for decimals: 1.23')
  })

  it('reads groups, commas and percent signs by the rule of the file, and refuses what is not formed by it', () => {
    const numberOf = (text: string, rule: NumberRule) => {
      const parsed = parseNumber(text, rule)
      return parsed.kind === 'number' ? parsed.value : null
    }
    expect(
      ['1,234', '12,345,678', '-1,234.5', '999', '0.5'].map((text) => numberOf(text, { thousands: ',' })),
    ).toEqual([1234, 12_345_678, -1234.5, 999, 0.5])
    expect(
      ['1,23', '12,34', '1,2345', ',123', '1,234,5', '0,500'].map((text) =>
        numberOf(text, { thousands: ',' }),
      ),
    ).toEqual(Array(6).fill(null))
    expect(parseNumber('0,500', { thousands: ',' })).toMatchObject({
      remedy: expect.stringContaining('write a point for decimals: 0.500'),
    })
    expect(
      ['12,5', '1.234,5', '1.23,4'].map((text) => numberOf(text, { thousands: '.', decimal: ',' })),
    ).toEqual([12.5, 1234.5, null])
    expect(numberOf('1.5', { decimal: ',' })).toBeNull()
    expect(numberOf('1\u202f234', { thousands: ' ' })).toBe(1234)
    expect([numberOf('45 %', { percentSign: true }), numberOf('45%', {})]).toEqual([45, null])
  })

  it('reads an en dash before digits as a minus, and alone as a mark that the file has to explain', () => {
    expect(parseNumber('\u20135')).toMatchObject({ value: -5 })
    expect(['-', '\u2013', '*', '<5', '..'].map(remedyOf)).toEqual(
      Array(5).fill(
        'say in the mapping of this file what it means, under "suppressed" or "missing"; or write [c] or [x]',
      ),
    )
  })

  it('refuses everything else that Number would take', () => {
    expect([' 1', '1e3', '0x10', 'Infinity', '.5', '5.', '+5', ''].map(remedyOf)).not.toContain(null)
  })
})
