import { describe, expect, it } from 'vitest'
import {
  describeSuccessMeasure,
  distanceFromSuccess,
  parseSuccessMeasure,
  periodsToSustain,
} from '../../../../src/domain/plans/success-measure.ts'

const testWaiting = { unit: 'count', decimals: 0, numerator: 'people waiting', frequency: 'month' } as const
const testShare = { unit: 'percent', decimals: 0, numerator: null, frequency: 'month' } as const
const testDays = { unit: 'days', decimals: 0, numerator: null, frequency: 'month' } as const
const testQuarterly = { ...testShare, frequency: 'quarter' } as const

describe('parseSuccessMeasure', () => {
  it('reads a limit, the months that it must last and the month by which', () => {
    expect(parseSuccessMeasure('<= 450 for 3 months by 2026-03')).toEqual({
      kind: 'condition',
      condition: { kind: 'at-most', value: 450 },
      sustainedMonths: 3,
      by: '2026-03',
    })
  })

  it('asks for one month, and sets no date, where nothing more was said', () => {
    expect(parseSuccessMeasure('>=80')).toEqual({
      kind: 'condition',
      condition: { kind: 'at-least', value: 80 },
      sustainedMonths: 1,
      by: null,
    })
  })

  it('reads a band', () => {
    expect(parseSuccessMeasure('between 18 and 22 for 3 months')).toMatchObject({
      condition: { kind: 'between', lower: 18, upper: 22 },
      sustainedMonths: 3,
    })
  })

  it('takes one-character signs, capitals, commas, decimals, thousands and either minus', () => {
    expect(
      ['≤ 1,250', '≥97.5', '<= −2', '<= -2', 'Between 1 and 1 FOR 1 month, by 2025-12'].map(
        parseSuccessMeasure,
      ),
    ).toMatchObject([
      { condition: { kind: 'at-most', value: 1250 } },
      { condition: { kind: 'at-least', value: 97.5 } },
      { condition: { kind: 'at-most', value: -2 } },
      { condition: { kind: 'at-most', value: -2 } },
      { condition: { kind: 'between', lower: 1, upper: 1 }, sustainedMonths: 1, by: '2025-12' },
    ])
  })

  it('keeps anything else as text, rather than guess what was promised', () => {
    const testTexts = [
      'Quarterly',
      '< 450',
      '= 450',
      '>= 80%',
      '<= 1,23',
      'between 22 and 18',
      '<= 450 for 0 months',
      '<= 450 by 2026-13',
      '<= 450 by March',
      '<= 450 by 2026-03 for 3 months',
      '<= 450 unless funding ends',
    ]
    expect(testTexts.map(parseSuccessMeasure)).toEqual(testTexts.map((text) => ({ kind: 'text', text })))
  })

  it('is none where nothing was written', () => {
    expect([null, '', '  '].map(parseSuccessMeasure)).toEqual([
      { kind: 'none' },
      { kind: 'none' },
      { kind: 'none' },
    ])
  })
})

describe('distanceFromSuccess', () => {
  it('is nothing on the limit, above it how far too high, below it how far too low', () => {
    expect([450, 471].map((value) => distanceFromSuccess({ kind: 'at-most', value: 450 }, value))).toEqual([
      0, 21,
    ])
    expect([80, 77].map((value) => distanceFromSuccess({ kind: 'at-least', value: 80 }, value))).toEqual([
      0, -3,
    ])
  })

  it('holds a band from end to end', () => {
    const testBand = { kind: 'between', lower: 18, upper: 22 } as const
    expect([16, 18, 22, 23].map((value) => distanceFromSuccess(testBand, value))).toEqual([-2, 0, 0, 1])
  })

  it('does not round, but forgives the error of the arithmetic', () => {
    expect(distanceFromSuccess({ kind: 'at-least', value: 80 }, 79.6)).toBeCloseTo(-0.4)
    // (7 ÷ 25) × 100 is 28.000000000000004
    expect(distanceFromSuccess({ kind: 'at-most', value: 28 }, (7 / 25) * 100)).toBe(0)
  })
})

describe('periodsToSustain', () => {
  it('counts the figures of the measure that cover the months', () => {
    expect([1, 3].map((months) => periodsToSustain(months, 'month'))).toEqual([1, 3])
    expect([2, 3, 4, 6].map((months) => periodsToSustain(months, 'quarter'))).toEqual([1, 1, 2, 2])
    expect(periodsToSustain(6, 'year')).toBe(1)
  })
})

describe('describeSuccessMeasure', () => {
  it('names what is counted, how long and by when', () => {
    const measure = parseSuccessMeasure('<= 450 for 3 months by 2026-03')
    expect(describeSuccessMeasure(measure, testWaiting)).toBe(
      '450 or fewer people waiting, 3 months in a row, by Mar 2026',
    )
  })

  it('counts quarters where the measure is quarterly, and leaves out a single one', () => {
    expect(describeSuccessMeasure(parseSuccessMeasure('>= 80 for 6 months'), testQuarterly)).toBe(
      '80% or more, 2 quarters in a row',
    )
    expect(describeSuccessMeasure(parseSuccessMeasure('>= 80 for 3 months'), testQuarterly)).toBe(
      '80% or more',
    )
  })

  it('says fewer of things and days, and less of shares', () => {
    expect(describeSuccessMeasure(parseSuccessMeasure('<= 28'), testDays)).toBe('28 days or fewer')
    expect(describeSuccessMeasure(parseSuccessMeasure('<= 97.5'), testShare)).toBe('97.5% or less')
  })

  it('says no people rather than 0 or fewer', () => {
    expect(describeSuccessMeasure(parseSuccessMeasure('<= 0'), testWaiting)).toBe('no people waiting')
    expect(describeSuccessMeasure(parseSuccessMeasure('<= 0'), { ...testWaiting, numerator: null })).toBe(
      'none',
    )
  })

  it('names both ends of a band', () => {
    expect(describeSuccessMeasure(parseSuccessMeasure('between 18 and 22'), testWaiting)).toBe(
      'between 18 and 22 people waiting',
    )
  })

  it('leaves text to the board, and says where nothing was set', () => {
    expect(describeSuccessMeasure(parseSuccessMeasure('A report every quarter'), testWaiting)).toBe(
      'A report every quarter (judged by the board)',
    )
    expect(describeSuccessMeasure(parseSuccessMeasure(null), testWaiting)).toBe(
      'no measure of success was set',
    )
  })
})
