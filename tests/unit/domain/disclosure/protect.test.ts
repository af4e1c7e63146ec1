import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protectDefinition, protectFigure, roundingStep } from '../../../../src/domain/disclosure/protect.ts'
import { formatValue } from '../../../../src/domain/measures/format.ts'
import { aFigure } from '../../../support/a-figure.ts'

const people = { id: 'ot-waiting', unit: 'count', aggregation: 'P', sdc: 'people', decimals: 0 } as const
const share = { id: 'within', unit: 'percent', aggregation: 'W', sdc: 'people', decimals: 1 } as const
const median = {
  id: 'ot-wait-median',
  unit: 'days',
  aggregation: 'M',
  sdc: 'people',
  decimals: 0,
  percentile: 50,
} as const

const countOf = (value: number) => protectFigure(people, aFigure({ value }))

describe('rule 1: counts', () => {
  it('shows zero, withholds 1 to 4 and rounds the rest to the nearest 5', () => {
    expect([0, 1, 4, 5, 7, 8, 412].map((value) => countOf(value)?.value)).toEqual([
      0,
      null,
      null,
      5,
      5,
      10,
      410,
    ])
    expect([0, 1, 4].map((value) => countOf(value)?.availability)).toEqual([
      'present',
      'suppressed',
      'suppressed',
    ])
  })

  it.each(['count', 'pounds'] as const)('lets no small or unrounded %s through, whatever goes in', (unit) => {
    fc.assert(
      fc.property(fc.nat(2000), fc.option(fc.nat(50)), (value, n) => {
        const figure = protectFigure({ ...people, unit }, aFigure({ value, n }))
        for (const shown of [figure?.value, figure?.n]) expect(shown == null || shown % 5 === 0).toBe(true)
      }),
    )
  })
})

describe('rule 2: shares', () => {
  const of = (numerator: number, denominator: number, dimension = 'borough') =>
    protectFigure(
      share,
      aFigure({ value: (100 * numerator) / denominator, numerator, denominator, dimension }),
    )

  it('is a whole percent from the true counts, which are rounded', () => {
    // 28 of 64 = 43.75; 30 of 65 would be 46.15
    expect(of(28, 64)).toMatchObject({ value: 44, numerator: 30, denominator: 65 })
  })

  it('rounds a half upwards, however the computer writes it', () => {
    // 115 of 200 = 57.5
    expect(of(115, 200)).toMatchObject({ value: 58, numerator: 115, denominator: 200 })
  })

  it('is withheld for a small numerator, a small remainder and a small denominator', () => {
    expect([of(3, 60), of(58, 60), of(9, 19)].map((figure) => figure?.availability)).toEqual(
      Array(3).fill('suppressed'),
    )
    // the least of each that is told
    expect([of(5, 60), of(55, 60), of(9, 20)].map((figure) => figure?.value)).toEqual([8, 92, 45])
  })

  it('may be none or all of the whole, and never of a group', () => {
    expect([of(0, 60)?.value, of(60, 60)?.value]).toEqual([0, 100])
    expect([of(0, 60, 'town'), of(60, 60, 'town')].map((figure) => figure?.availability)).toEqual(
      Array(2).fill('suppressed'),
    )
    // 5 of 1,100 rounds to none, and 1,095 to all: no group is said to be either
    expect([of(5, 1100, 'town'), of(1095, 1100, 'town')].map((figure) => figure?.value)).toEqual([null, null])
  })

  it('is withheld where its counts are not known', () => {
    expect(protectFigure(share, aFigure({ value: 44 }))?.availability).toBe('suppressed')
  })
})

describe('definitions', () => {
  it('show protected shares without the decimals that they no longer have', () => {
    expect(protectDefinition(share).decimals).toBe(0)
    expect(protectDefinition({ ...share, sdc: 'already-published' }).decimals).toBe(1)
    expect(protectDefinition({ ...people, unit: 'ratio', decimals: 1 }).decimals).toBe(1)
  })

  it.each([
    ['a ninetieth percentile', { ...median, percentile: 90, decimals: 2 }, 0, '13', 1],
    ['a median', { ...median, decimals: 2 }, 1, '13.0', 0.1],
    ['an average', { ...median, percentile: null, aggregation: 'W', decimals: 2 }, 1, '13.0', 0.1],
    ['a median of one decimal', { ...median, decimals: 1 }, 1, '13.0', 0],
    ['what is published already', { ...median, sdc: 'already-published', decimals: 2 }, 2, '13.00', 0.1],
  ] as const)('write days as finely as they are told: %s', (_name, kpi, decimals, written, step) => {
    const told = protectDefinition(kpi)
    expect([told.decimals, formatValue(told, 13)]).toEqual([decimals, written])
    // whether rounding hides a verdict is read from it as from the definition received, and once more is once
    expect([roundingStep(told), roundingStep(kpi)]).toEqual([step, step])
    expect(protectDefinition(told)).toEqual(told)
  })
})

describe('rule 3: medians and percentiles', () => {
  it('needs eight cases for a median and twenty for a ninetieth percentile', () => {
    const p90 = { ...median, percentile: 90 }
    expect([7, 8].map((n) => protectFigure(median, aFigure({ n }))?.value)).toEqual([null, 312])
    expect([19, 20].map((n) => protectFigure(p90, aFigure({ n }))?.value)).toEqual([null, 312])
  })

  it('takes a measure that does not say which percentile it is for the stricter, whatever its id', () => {
    const unsaid = { ...median, percentile: null }
    expect([19, 20].map((n) => protectFigure(unsaid, aFigure({ n }))?.value)).toEqual([null, 312])
  })

  it('is withheld where nobody says on how many cases it rests', () => {
    expect(protectFigure(median, aFigure())?.availability).toBe('suppressed')
  })
})

describe('days', () => {
  const average = { ...median, id: 'average-wait', aggregation: 'W', percentile: null, decimals: 6 } as const
  const ofAverage = (total: number, n: number, decimals = 6) =>
    protectFigure(
      { ...average, decimals },
      aFigure({ value: total / n, numerator: total, denominator: n, n }),
    )

  it('are told as an average of any number of cases that is rounded alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), fc.nat(90), fc.nat(6), (n, about, decimals) => {
        const told = ofAverage(about * n + (n % 19), n, decimals)
        const alike = [-2, -1, 0, 1, 2].map((by) => (told?.n ?? 0) + by).filter((cases) => cases >= 20)
        for (const cases of alike) {
          const near = Math.round((told?.value ?? 0) * cases)
          const values = [-1, 0, 1].map((by) => ofAverage(near + by, cases, decimals)?.value)
          expect(values, `${cases} cases`).toContain(told?.value)
        }
      }),
    )
  })

  it('are told without the total that an average is made of, and its count', () => {
    // 412 days in 23 cases: 17.9 beside about 410 could only be of 23
    expect(ofAverage(412, 23)).toMatchObject({ value: 17.9, numerator: null, denominator: null, n: 25 })
  })

  it('are whole where they are a percentile between two cases', () => {
    const p90 = { ...median, percentile: 90, decimals: 1 } as const
    // 0.9 of the way through 23 steps lies seven tenths past a case: only of 14, 24 or 34 cases
    expect(protectFigure(p90, aFigure({ value: 12.7, n: 24 }))?.value).toBe(13)
    expect(roundingStep(p90)).toBe(1)
  })

  it('are told no finer than they are written', () => {
    expect(protectFigure(median, aFigure({ value: 31.48, n: 30 }))?.value).toBe(31)
    expect(protectFigure({ ...median, decimals: 1 }, aFigure({ value: 6.5, n: 30 }))?.value).toBe(6.5)
  })

  it('meet a target as those received do', () => {
    const target = { from: null, until: null, value: 28, lower: null, upper: null, source: '' }
    const held = { ...median, direction: 'down', targets: [target] } as unknown as typeof median
    const toldOf = (value: number) => protectFigure(held, aFigure({ value, n: 30 }))?.value
    expect([27.6, 28, 28.4, 28.6].map(toldOf)).toEqual([28, 28, 29, 29])
  })
})

describe('money', () => {
  const cost = { ...people, unit: 'pounds', aggregation: 'W' } as const
  const ofCost = (total: number, of: number) =>
    protectFigure(cost, aFigure({ value: total / of, numerator: total, denominator: of }))

  it('is told as an average of 20 people or more, and without its counts', () => {
    // £12,500 in all beside £545 could only be of 23
    expect(ofCost(12_535, 23)).toMatchObject({ value: 545, numerator: null, denominator: null })
    expect([ofCost(800, 1), ofCost(9000, 19)].map((figure) => figure?.availability)).toEqual(
      Array(2).fill('suppressed'),
    )
    expect(protectFigure(cost, aFigure({ value: 545 }))?.availability).toBe('suppressed')
  })

  it('is withheld where all of it is that of one to four people', () => {
    const spent = { ...people, unit: 'pounds' } as const
    const toldOf = (n: number | null) => protectFigure(spent, aFigure({ value: 9312, n }))?.value
    expect([1, 4, 5, null].map(toldOf)).toEqual([null, null, 9310, 9310])
  })
})

describe('what the protected set never holds', () => {
  it('has no teams and no two breakdowns together', () => {
    expect(protectFigure(people, aFigure({ dimension: 'team' }))).toBeNull()
    expect(protectFigure(people, aFigure({ dimension: 'type+town' }))).toBeNull()
  })

  it('keeps missing apart from suppressed', () => {
    const missing = aFigure({ value: null, availability: 'missing' })
    expect(protectFigure(people, missing)?.availability).toBe('missing')
  })
})

describe('what needs no protection', () => {
  it('passes published figures and other places through untouched', () => {
    const published = { ...people, sdc: 'already-published' } as const
    expect(protectFigure(published, aFigure({ value: 3 }))?.value).toBe(3)
    expect(protectFigure(people, aFigure({ dimension: 'comparator', value: 3 }))?.value).toBe(3)
  })

  it('still leaves teams out of published measures', () => {
    const published = { ...people, sdc: 'already-published' } as const
    expect(protectFigure(published, aFigure({ dimension: 'team' }))).toBeNull()
  })
})

describe('what figures of a protected measure are rounded to', () => {
  it.each([
    ['a count', { unit: 'count', decimals: 0 }, 5],
    ['money', { unit: 'pounds', decimals: 2 }, 5],
    ['a share', { unit: 'percent', decimals: 1 }, 1],
    ['a rate per 1,000', { unit: 'rate', decimals: 3, per: 1000 }, 0.01],
    ['a rate per 100,000', { unit: 'rate', decimals: 1, per: 100_000 }, 1],
    ['a median of days', { unit: 'days', decimals: 0 }, 0],
    ['a ratio', { unit: 'ratio', decimals: 1 }, 0],
  ] as const)('of %s', (_name, measure, step) => {
    expect(roundingStep(measure)).toBeCloseTo(step, 12)
  })
})
