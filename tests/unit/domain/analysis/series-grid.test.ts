import { describe, expect, it } from 'vitest'
import { isUnsettled } from '../../../../src/domain/analysis/open-year.ts'
import { recordedCuts } from '../../../../src/domain/analysis/recorded-cuts.ts'
import { accumulatesThroughYear, gridOf } from '../../../../src/domain/analysis/series-grid.ts'
import { addPeriods, periodRange } from '../../../../src/domain/periods/period.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'

describe('gridOf', () => {
  it('gives a period without a row its place, as missing', () => {
    const series = {
      ...aSeries([]),
      points: [aPoint({ period: '2025-01', value: 1 }), aPoint({ period: '2025-03', value: 3, n: 9 })],
    }
    expect(gridOf(series)).toEqual({
      periods: ['2025-01', '2025-02', '2025-03'],
      values: [1, null, 3],
      cases: [null, null, 9],
    })
  })

  it('has nothing of a series without points', () => {
    expect(gridOf(aSeries([]))).toBeNull()
  })
})

describe('recordedCuts', () => {
  const months = periodRange('2024-04', '2025-03')

  it('cuts at re-baselines and changes of definition, in date order, with their reasons', () => {
    const recorded = {
      frequency: 'month' as const,
      baselines: [{ period: '2024-10', reason: 'Surge ended' }],
      breaks: [{ date: '2024-07-15', title: 'Counted from the form', reason: 'New form' }],
    }
    expect(recordedCuts(recorded, months)).toEqual([
      { at: 3, reason: 'Counted from the form' },
      { at: 6, reason: 'Surge ended' },
    ])
  })

  it('cuts nothing before the first figure or after the last', () => {
    const baselines = ['2024-04', '2023-01', '2025-04'].map((period) => ({ period, reason: '' }))
    expect(recordedCuts({ frequency: 'month', baselines, breaks: [] }, months)).toEqual([])
  })
})

describe('accumulatesThroughYear', () => {
  const periods = periodRange('2023-04', '2025-09')
  const throughYear: (number | null)[] = periods.map((period) => 5 * ((Number(period.slice(5)) + 8) % 12) + 7)

  it('knows figures that start again every April', () => {
    expect(accumulatesThroughYear({ periods, values: throughYear })).toBe(true)
    expect(accumulatesThroughYear({ periods, values: throughYear.with(5, null) })).toBe(true)
  })

  it('knows them where an April is a gap, and asks two years that are seen to begin', () => {
    const isApril = (period: string) => period.endsWith('-04')
    const without = throughYear.map((value, row) => (isApril(periods[row] ?? '') ? null : value))
    expect(accumulatesThroughYear({ periods, values: without })).toBe(true)
    // May no lower than the March before: nothing starts anew
    expect(accumulatesThroughYear({ periods, values: without.with(13, 62) })).toBe(false)
    // of the second year nothing up to November: from December on above the March before shows no start, and one is few
    const late = without.map((value, row) => (row > 11 && row < 20 ? null : value))
    expect(accumulatesThroughYear({ periods, values: late })).toBe(true)
    const higher = late.map((value, row) => (value !== null && row > 19 && row < 24 ? value + 40 : value))
    expect(accumulatesThroughYear({ periods, values: higher })).toBe(false)
  })

  it('needs two Aprils, and is not misled by one fall within a year', () => {
    expect(accumulatesThroughYear({ periods: periods.slice(0, 20), values: throughYear.slice(0, 20) })).toBe(
      false,
    )
    expect(accumulatesThroughYear({ periods, values: throughYear.with(8, 3) })).toBe(false)
    expect(accumulatesThroughYear({ periods, values: periods.map((_, row) => row) })).toBe(false)
  })
})

describe('isUnsettled', () => {
  const points = (values: readonly number[]) =>
    values.map((value, step) => aPoint({ period: addPeriods('2023-04', step), value }))
  /** 10, 20 … 120 in each of two years, then up to September */
  const year = Array.from({ length: 12 }, (_, month) => 10 * (month + 1))
  const testTotals = points([...year, ...year, ...year.slice(0, 6)])

  it('holds of a total that has reached nothing yet, of a year that is not over', () => {
    expect(isUnsettled({ points: testTotals }, false, 'up')).toBe(true)
    expect(isUnsettled({ points: testTotals }, true, 'up')).toBe(false)
  })

  it('holds of one that is still below what is not to be passed', () => {
    expect(isUnsettled({ points: testTotals }, true, 'down')).toBe(true)
    expect(isUnsettled({ points: testTotals }, false, 'down')).toBe(false)
  })

  it('does not hold at the end of a year, nor of figures that do not add up', () => {
    const [atEnd, afterIt] = [
      [...year, ...year, ...year],
      [...year, ...year, ...year, 10],
    ]
    expect(isUnsettled({ points: points(atEnd) }, false, 'up')).toBe(false)
    expect(isUnsettled({ points: points(afterIt) }, false, 'up')).toBe(true)
    expect(isUnsettled({ points: points([12, 9, 14, 8, 11, 10, 9, 12]) }, false, 'up')).toBe(false)
  })
})
