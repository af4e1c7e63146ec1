import { describe, expect, it } from 'vitest'
import { forecastMonths } from '../../../../src/domain/forecast/forecast.ts'
import { whenReached } from '../../../../src/domain/forecast/reach.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const count = { lower: 0, upper: null }
const falling = forecastMonths(
  noiseOf(30, 2).map((noise, row) => 300 - 5 * row + noise),
  18,
  count,
)
const level = forecastMonths(
  noiseOf(30, 6).map((noise) => 300 + 5 * noise),
  18,
  count,
)

describe('whenReached', () => {
  it('gives earliest, median and latest month in that order', () => {
    // at 150 after 30 months; 120 is six months on at five a month
    const reach = whenReached(falling, 120, 'decrease')
    if (reach.kind !== 'reaches') throw new Error(reach.kind)
    expect(reach.earliest).toBeLessThanOrEqual(reach.median)
    expect(reach.latest ?? 18).toBeGreaterThanOrEqual(reach.median)
    expect(reach.median).toBeGreaterThanOrEqual(6)
    expect(reach.median).toBeLessThanOrEqual(9)
  })

  it('takes a constant that stands on the target to meet it, whatever the scale does to the last bit', () => {
    const constant = forecastMonths(Array(24).fill(4.1), 18, { lower: 0, upper: 100 })
    const met = { kind: 'reaches', earliest: 1, median: 1, latest: 1 }
    expect(whenReached(constant, 4.1, 'increase')).toEqual(met)
    expect(whenReached(constant, 4.1, 'decrease')).toEqual(met)
    expect(whenReached(constant, 4.2, 'increase')).toEqual({ kind: 'not-on-current-trend' })
  })

  it('says so where a level series never gets there', () => {
    expect(whenReached(level, 200, 'decrease')).toEqual({ kind: 'not-on-current-trend' })
  })

  it('says the first month where the target is met already', () => {
    expect(whenReached(level, 400, 'decrease')).toEqual({
      kind: 'reaches',
      earliest: 1,
      median: 1,
      latest: 1,
    })
  })

  it('asks nothing without a target or a good way', () => {
    expect(whenReached(level, null, 'decrease')).toEqual({ kind: 'no-question' })
    expect(whenReached(level, 200, 'neutral')).toEqual({ kind: 'no-question' })
  })

  it('says when there are too few points', () => {
    expect(whenReached(forecastMonths([1, 2, 3], 18, count), 5, 'increase')).toEqual({
      kind: 'too-few-points',
    })
  })
})
