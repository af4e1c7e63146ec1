import { describe, expect, it } from 'vitest'
import {
  countOf,
  formatChange,
  formatChangeInWords,
  formatDifference,
  formatNumber,
  formatTarget,
  formatValue,
  formatValueInWords,
  numberInWords,
  unitPhrase,
  workedOut,
} from '../../../../src/domain/measures/format.ts'

const count = { unit: 'count', decimals: 0 } as const
const percent = { unit: 'percent', decimals: 0 } as const
const percentFine = { unit: 'percent', decimals: 1 } as const
const days = { unit: 'days', decimals: 0 } as const

describe('formatValue', () => {
  it('tells money in whole pounds or with its pence, however it is rounded', () => {
    const inPounds = (decimals: number, value: number) => formatValue({ unit: 'pounds', decimals }, value)
    expect([0, 1, 2].map((decimals) => inPounds(decimals, 12))).toEqual(['£12', '£12', '£12'])
    expect([0, 1, 2].map((decimals) => inPounds(decimals, -1234.5))).toEqual([
      '−£1,235',
      '−£1,234.50',
      '−£1,234.50',
    ])
    expect(formatDifference({ unit: 'pounds', decimals: 1 }, 12)).toBe('£12')
    expect(formatDifference({ unit: 'pounds', decimals: 1 }, 0.3)).toBe('£0.30')
    expect(formatChange({ unit: 'pounds', decimals: 1 }, 12.04)).toBe('+£12')
  })

  it('groups thousands, marks percent and pounds, and leaves days to the row', () => {
    expect(formatValue(count, 1234)).toBe('1,234')
    expect(formatValue(percentFine, 43.75)).toBe('43.8%')
    expect(formatValue({ unit: 'pounds', decimals: 0 }, -1200)).toBe('−£1,200')
    expect(formatValue(days, 72)).toBe('72')
  })
})

describe('a figure beside a target of its measure', () => {
  const of = (value: number, row: number) => ({ from: `202${row + 4}-04`, value, lower: null, upper: null })
  const share = (...targets: number[]) =>
    ({ unit: 'percent', decimals: 0, targets: targets.map(of) }) as const

  it('is never written as a target that it is not', () => {
    expect(formatValue(share(100), 99.5)).toBe('99.5%')
    expect(formatValue(share(100), 99.96)).toBe('99.96%')
    expect(formatValue(share(95), 94.6)).toBe('94.6%')
    // nor one that it just meets
    expect(formatValueInWords(share(95), 95.4)).toBe('95.4%')
    expect(
      formatValue({ ...share(), targets: [{ from: '2024-04', value: null, lower: 18, upper: 22 }] }, 17.8),
    ).toBe('17.8%')
  })

  it('is written as ever where rounding hides nothing, and where it is the target', () => {
    expect(formatValue(share(95), 94.4)).toBe('94%')
    expect(formatValue(share(95), 95)).toBe('95%')
    expect(formatValue(share(97.5), 97.6)).toBe('98%')
    expect(formatValue(share(), 94.6)).toBe('95%')
    // 90 was the target until March 2025, and 95 is it since; before that it was not yet
    expect(formatValue(share(90, 95), 89.6)).toBe('90%')
    expect(formatValue({ ...share(90, 95), received: '2025-03-10' }, 89.6)).toBe('89.6%')
    expect(formatValue({ ...share(90, 95), received: '2025-03-10' }, 94.6)).toBe('95%')
    // the dust of arithmetic is no distance from it
    expect(formatValue(share(95), 95 - 1e-12)).toBe('95%')
  })
})

describe('a share that came rounded', () => {
  it('is not rounded a second time where it lies half-way', () => {
    // 201 of 238 is 84.45%, and 203 of 240 is 84.58%
    expect(formatValue(percent, 84.5)).toBe('84.5%')
    expect(formatValue(percent, 84.4)).toBe('84%')
    expect(formatValue(percent, 84.6)).toBe('85%')
    expect(formatValue(percent, 84.45)).toBe('84%')
  })

  it('is told so of nothing that was counted or worked out', () => {
    expect(formatValue({ unit: 'days', decimals: 0 }, 4.5)).toBe('5')
    expect(formatValue(workedOut(percent), 84.5)).toBe('85%')
  })
})

describe('formatNumber', () => {
  it('groups by thousands before the point and never after it', () => {
    expect([0, 999, 1000, 188125, 1234567.891].map((value) => formatNumber(value, 3))).toEqual([
      '0.000',
      '999.000',
      '1,000.000',
      '188,125.000',
      '1,234,567.891',
    ])
    expect(formatNumber(-1234.5, 0)).toBe('−1,235')
  })
})

describe('formatChange', () => {
  it('signs differences with a true minus and shows zero bare', () => {
    expect([6, -12, 0].map((change) => formatChange(count, change))).toEqual(['+6', '−12', '0'])
  })

  it('says points for percentages, never percent', () => {
    expect([1, -2, 0].map((change) => formatChange(percent, change))).toEqual(['+1 pt', '−2 pts', '0 pts'])
  })

  it('marks money', () => {
    const pounds = { unit: 'pounds', decimals: 0 } as const
    expect([40, -1200, 0].map((change) => formatChange(pounds, change))).toEqual(['+£40', '−£1,200', '£0'])
  })

  it('never shows minus zero', () => {
    expect(formatChange(percentFine, -0.04)).toBe('0.0 pts')
  })
})

describe('formatChangeInWords', () => {
  const waiting = {
    aggregation: 'P',
    frequency: 'month',
    numerator: 'people waiting',
    denominator: null,
  } as const
  const said = (measure: Parameters<typeof formatChange>[0], change: number) =>
    formatChangeInWords({ ...waiting, ...measure }, change)

  it('brings the direction and what is counted', () => {
    expect(said(count, 6)).toBe('up 6 people waiting')
    expect(said(days, -1)).toBe('down 1 day')
    expect(said(percentFine, 3.5)).toBe('up 3.5 percentage points')
    expect(said({ unit: 'pounds', decimals: 0 }, -40)).toBe('down £40')
    expect(said({ unit: 'rate', decimals: 1, per: 100_000 }, 0.3)).toBe('up 0.3 per 100,000')
  })

  it('does not count one as many, and calls what rounds to nothing level, since figures shown alike may differ', () => {
    expect(said(count, 1)).toBe('up 1')
    expect(formatChangeInWords({ ...waiting, ...count, one: 'person waiting' }, -1)).toBe(
      'down 1 person waiting',
    )
    expect(said(percentFine, -0.04)).toBe('level')
  })
})

describe('words', () => {
  it('keeps singular for exactly one', () => {
    expect([formatDifference(percent, -1), formatDifference(percent, 3), formatDifference(days, 1)]).toEqual([
      '1 percentage point',
      '3 percentage points',
      '1 day',
    ])
    expect([countOf(1, 'milestone'), countOf(3, 'milestone'), countOf(2, 'enquiry', 'enquiries')]).toEqual([
      '1 milestone',
      '3 milestones',
      '2 enquiries',
    ])
  })

  it('writes numbers to nine as words', () => {
    expect([0, 9, 10].map(numberInWords)).toEqual(['zero', 'nine', '10'])
  })

  it('gives a value its unit in running text', () => {
    expect(formatValueInWords(days, 72)).toBe('72 days')
    expect(formatValueInWords({ unit: 'rate', decimals: 0, per: 100_000 }, 400)).toBe('400 per 100,000')
    expect(formatValueInWords({ unit: 'rate', decimals: 1, per: 1000 }, 34.7)).toBe('34.7 per 1,000')
    // definitions of earlier editions do not say it
    expect(formatValueInWords({ unit: 'rate', decimals: 0, per: null }, 400)).toBe('400 per 100,000')
  })

  it('names what is counted', () => {
    const waiting = {
      ...count,
      aggregation: 'P',
      frequency: 'month',
      numerator: 'people waiting',
      denominator: null,
    } as const
    const started = {
      ...percent,
      aggregation: 'W',
      frequency: 'month',
      numerator: null,
      denominator: 'assessments started',
    } as const
    expect([unitPhrase(waiting), unitPhrase(started)]).toEqual([
      'people waiting, month end',
      '% of assessments started',
    ])
  })

  it('writes a band from end to end', () => {
    const target = { from: '2025-04', value: null, lower: 18, upper: 22, by: null, setBy: 'Board' }
    expect(formatTarget({ unit: 'ratio', decimals: 0 }, target)).toBe('18 to 22')
    expect(formatTarget(percentFine, { ...target, lower: null, upper: null, value: 97.5 })).toBe('97.5%')
    expect(formatTarget(percentFine, { ...target, lower: null, upper: null, value: 80 })).toBe('80%')
  })
})
