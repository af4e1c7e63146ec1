import { describe, expect, it } from 'vitest'
import type { JudgedSeries } from '../../../../src/domain/analysis/judge-series.ts'
import { isSteady } from '../../../../src/domain/analysis/one-verdict/is-steady.ts'
import type { Series } from '../../../../src/domain/figures/figure.ts'
import { aPoint } from '../../../support/a-series.ts'

const seriesOf = (values: readonly (number | null)[]): Series => ({
  kpi: 'starts',
  dimension: 'borough',
  member: 'All',
  points: values.map((value, index) => ({
    ...aPoint({ period: `2025-0${index + 1}`, value }),
    availability: value === null ? 'suppressed' : 'present',
  })),
})

/** A judge that sees a concern where the latest figure is under a bound. */
const judge = (bound: number) => (series: Series) => {
  const variation = (series.points.at(-1)?.value ?? 0) < bound ? 'special_cause_concern' : 'common_cause'
  const state = { change: { kind: 'latest-missing' }, claim: null }
  return { state, variation: { variation } } as unknown as JudgedSeries
}

describe('isSteady', () => {
  it('is false where a count under ten would be known by its verdict', () => {
    // 5 is published, which is 5, 6 or 7: under 6 is 5 alone
    expect(isSteady('count', seriesOf([40, 5]), seriesOf([41, 5]), judge(6))).toBe(false)
    expect(isSteady('count', seriesOf([40, 5]), seriesOf([41, 5]), judge(9))).toBe(true)
  })

  it('is false where a withheld count would be narrowed', () => {
    expect(isSteady('count', seriesOf([40, null]), seriesOf([41, 2]), judge(3))).toBe(false)
    expect(isSteady('count', seriesOf([40, null]), seriesOf([41, 2]), judge(5))).toBe(true)
  })

  it('asks after no larger count, and after nothing but counts', () => {
    expect(isSteady('count', seriesOf([40, 10]), seriesOf([41, 9]), judge(10))).toBe(true)
    expect(isSteady('percent', seriesOf([40, 5]), seriesOf([41, 5]), judge(6))).toBe(true)
  })
})
