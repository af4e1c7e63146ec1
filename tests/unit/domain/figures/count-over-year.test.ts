import { describe, expect, it } from 'vitest'
import { countOverYear, mayCountOverYear } from '../../../../src/domain/figures/count-over-year.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'

const monthly = { frequency: 'month', breaks: [] } as const
const rare = { unit: 'count', aggregation: 'X', sdc: 'high' } as const
const year = [1, 0, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1]

describe('countOverYear', () => {
  it('adds the twelve months that end with the period', () => {
    const { points } = aSeries([9, ...year], { last: '2025-09' })
    // 1 + 0 + 2 + nine months of 1
    expect(countOverYear(monthly, points, '2025-09')).toEqual({
      kind: 'count',
      from: '2024-10',
      count: 12,
      cases: null,
    })
  })

  it('adds four quarters, and what they are a part of', () => {
    const points = ['2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2'].map((period) =>
      aPoint({ period, value: 3, n: 200 }),
    )
    expect(countOverYear({ frequency: 'quarter', breaks: [] }, points, '2025-Q2')).toEqual({
      kind: 'count',
      from: '2024-Q3',
      count: 12,
      cases: 800,
    })
  })

  it('is incomplete where a month is missing or withheld, never taken as zero', () => {
    const { points } = aSeries([1, null, ...year.slice(2)])
    expect(countOverYear(monthly, points, '2025-09')).toEqual({ kind: 'incomplete' })
    expect(countOverYear(monthly, points.slice(3), '2025-09')).toEqual({ kind: 'incomplete' })
  })

  it('is not taken over a change of definition', () => {
    const breaks = [{ date: '2025-04-01', title: 'New form' }]
    const { points } = aSeries(year)
    expect(countOverYear({ frequency: 'month', breaks }, points, '2025-09')).toEqual({
      kind: 'not-comparable',
    })
  })
})

describe('mayCountOverYear', () => {
  it('allows events of the exact set, and nothing that was rounded', () => {
    expect(mayCountOverYear(rare, 'exact')).toBe(true)
    expect(mayCountOverYear(rare, 'protected')).toBe(false)
    expect(mayCountOverYear({ ...rare, sdc: 'none' }, 'protected')).toBe(true)
  })

  it('allows no list at month end, no people and no shares', () => {
    expect(mayCountOverYear({ ...rare, aggregation: 'P' }, 'exact')).toBe(false)
    expect(mayCountOverYear({ ...rare, aggregation: 'D' }, 'exact')).toBe(false)
    expect(mayCountOverYear({ ...rare, unit: 'percent', aggregation: 'W' }, 'exact')).toBe(false)
  })
})
