import { describe, expect, it } from 'vitest'
import { packFigures, unpackFigures, unpackInBatches } from '../../server/computing/packed-figures.ts'
import { judgedInBatches, packJudged, withholdingsIn } from '../../server/computing/packed-judged.ts'
import { packSeries, unpackSeries } from '../../server/computing/packed-series.ts'
import { availabilities, type Series } from '../../src/domain/figures/figure.ts'
import { aFigure } from '../support/a-figure.ts'

const place = { kpi: 'waiting', dimension: 'town', member: 'Southall', period: '2025-10' }
const figures = [
  aFigure({ ...place, value: 0, numerator: 0.1, denominator: 0.3, n: 7, provisional: true }),
  ...availabilities.map((availability) =>
    aFigure({ ...place, member: 'Añton', value: null, availability, asAt: '2025-11-01' }),
  ),
  aFigure({ ...place, value: -12.5 }),
]

describe('packed figures', () => {
  it('come out as they went in', () => {
    expect([...unpackFigures(structuredClone(packFigures(figures)))]).toEqual(figures)
  })

  it('come out in order, so many at a time, more than room was made for', () => {
    const many = Array.from({ length: 2500 }, (_, value) => aFigure({ ...place, value }))
    const batches = [...unpackInBatches(packFigures(many), 1000)]
    expect(batches.map(({ length }) => length)).toEqual([1000, 1000, 500])
    expect(batches.flat()).toEqual(many)
  })
})

describe('packed judgements', () => {
  it('come out as they went in, with the few withholdings among them', () => {
    const withholding = { ...place, hides: 'figure' as const, rule: 'others' as const, against: null }
    const judged = [
      { ...place, member: 'Acton', withholding: null },
      { ...place, withholding },
    ]
    const packed = structuredClone(packJudged(judged))
    expect([...judgedInBatches(packed, 1)].flat()).toEqual(judged)
    expect(withholdingsIn(packed)).toEqual([withholding])
  })
})

describe('packed series', () => {
  it('come out as they went in', () => {
    const series: Series[] = [
      { kpi: 'waiting', dimension: 'town', member: 'Acton', points: [] },
      {
        kpi: 'waiting',
        dimension: 'town',
        member: 'Southall',
        points: figures.map(({ kpi, dimension, member, ...point }, index) => ({
          ...point,
          revised: index === 1,
          previousValue: index === 1 ? 3.25 : null,
        })),
      },
    ]
    expect(unpackSeries(structuredClone(packSeries(series)))).toEqual(series)
  })
})
