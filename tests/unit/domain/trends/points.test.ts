import { describe, expect, it } from 'vitest'
import { breakLine, segmentsOf } from '../../../../src/domain/trends/line-rows.ts'
import { readPoint, shorthandOf, statusOf } from '../../../../src/domain/trends/point-words.ts'
import {
  buildPoints,
  latestPresent,
  noYardsticks,
  yardsticksOf,
} from '../../../../src/domain/trends/points.ts'
import { buildTrendTable } from '../../../../src/domain/trends/trend-table.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'

const kpi = aDescribedKpi()
const promises = {
  targets: kpi.targets,
  trajectory: { kpi: kpi.id, approvedBy: 'Board', points: [{ period: '2025-09', planned: 232 }] },
  variation: null,
}
const none = noYardsticks

describe('buildPoints', () => {
  it('makes a period without a row a missing point, never a zero', () => {
    const series = {
      ...aSeries([300, 310]),
      points: [aPoint({ period: '2025-07' }), aPoint({ period: '2025-09' })],
    }
    const points = buildPoints(kpi, series, { from: '2025-07', to: '2025-09' }, none)
    expect(points[1]).toMatchObject({ period: '2025-08', value: null, availability: 'missing' })
  })

  it('plots a point at the end of its period', () => {
    const [point] = buildPoints(kpi, aSeries([309]), { from: '2025-09', to: '2025-09' }, none)
    // 30 Sep 2025 is day 20361 from 1 Jan 1970
    expect(point).toMatchObject({ day: 20361, label: '30 Sep 2025' })
  })

  it('takes changes from beyond the range shown', () => {
    const [point] = buildPoints(kpi, aSeries([312, 309]), { from: '2025-09', to: '2025-09' }, none)
    expect(point?.onPeriod).toEqual({ kind: 'change', by: -3, from: '2025-08', was: 312 })
    expect(point?.onYear).toMatchObject({ kind: 'none', reason: 'no-figure' })
  })

  it('takes the change on year from the same month of the year before, and of a quarter from that quarter', () => {
    // thirteen months apart in value by one: 12 months earlier is 12 less
    const months = aSeries(Array.from({ length: 14 }, (_, index) => 300 + index))
    const [point] = buildPoints(kpi, months, { from: '2025-09', to: '2025-09' }, none)
    expect(point?.onYear).toEqual({ kind: 'change', by: 12, from: '2024-09', was: 301 })
    expect(point?.onPeriod).toEqual({ kind: 'change', by: 1, from: '2025-08', was: 312 })
    const quarters = aSeries([10, 20, 30, 40, 50, 60], { last: '2025-Q2' })
    const [quarter] = buildPoints(kpi, quarters, { from: '2025-Q2', to: '2025-Q2' }, none)
    expect(quarter?.onYear).toEqual({ kind: 'change', by: 40, from: '2024-Q2', was: 20 })
  })

  it('takes no change over a change of definition', () => {
    const broken = aDescribedKpi({ breaks: [{ date: '2025-09-01', title: 'New form', reason: 'Recording' }] })
    const [point] = buildPoints(broken, aSeries([312, 309]), { from: '2025-09', to: '2025-09' }, none)
    expect(point?.onPeriod).toMatchObject({ kind: 'none', reason: 'not-comparable' })
  })

  it('finds the latest figure behind a missing one', () => {
    const points = buildPoints(kpi, aSeries([312, null]), { from: '2025-08', to: '2025-09' }, none)
    expect(latestPresent(points)).toMatchObject({ period: '2025-08', value: 312 })
  })
})

describe('what points are held against', () => {
  const plan = { trajectories: [promises.trajectory] }

  it('is target and plan for the whole, and neither for a part of it', () => {
    expect(yardsticksOf({ kpi, isWhole: true, plan, analysis: null })).toEqual(promises)
    expect(yardsticksOf({ kpi, isWhole: false, plan, analysis: null })).toEqual(noYardsticks)
  })
})

describe('nought in the table', () => {
  it('is a figure: not [x], and no empty cell', () => {
    const points = buildPoints(kpi, aSeries([0, null]), { from: '2025-08', to: '2025-09' }, none)
    expect(buildTrendTable(kpi, points).map(({ value, status }) => [value, status])).toEqual([
      ['[x]', 'Missing'],
      ['0', 'Final'],
    ])
  })
})

describe('a figure in the table', () => {
  it('is not written as the target of its time, which it is not', () => {
    const target = { lower: null, upper: null, by: null, setBy: 'Board' }
    const targets = [
      { ...target, from: '2024-04', value: 85 },
      { ...target, from: '2025-09', value: 90 },
    ]
    const share = aDescribedKpi({ unit: 'percent', decimals: 0, aggregation: 'W', targets })
    const span = { from: '2025-08', to: '2025-09' }
    const points = buildPoints(share, aSeries([84.6, 84.6]), span, { ...none, targets })
    expect(buildTrendTable(share, points).map(({ value, target: held }) => [value, held])).toEqual([
      ['85%', '90%'],
      ['84.6%', '85%'],
    ])
    expect(points.map((point) => readPoint(share, point).includes('84.6%'))).toEqual([true, false])
  })
})

describe('a figure outside its limits in the table', () => {
  it('is seen to lie outside, by limits written finer, and by itself where these do not show it', () => {
    const share = aDescribedKpi({ unit: 'percent', decimals: 0, aggregation: 'W', targets: [] })
    const cellsOf = (value: number, upper: number) => {
      const stretch = {
        from: '2025-08',
        to: '2025-09',
        mean: 60,
        lower: 55,
        upper,
        isTrial: false,
        reason: null,
      }
      const signal = {
        period: '2025-09',
        cause: 'Above UCL',
        type: 'special_cause_improvement',
      } as const
      const variation = { segments: [stretch], special: [signal] }
      const span = { from: '2025-08', to: '2025-09' }
      const points = buildPoints(share, aSeries([60, value]), span, { ...none, variation })
      const [row] = buildTrendTable(share, points)
      return row && [row.value, row.upper, row.change]
    }
    expect(cellsOf(64, 61.6)).toEqual(['64%', '62%', 'Improvement: above upper limit'])
    expect(cellsOf(62, 61.6)).toEqual(['62%', '61.6%', 'Improvement: above upper limit'])
    expect(cellsOf(61.8, 61.6)).toEqual(['62%', '61.6%', 'Improvement: above upper limit (61.8%)'])
  })
})

describe('the line', () => {
  it('breaks at a gap and at a change of definition', () => {
    const broken = { breaks: [{ date: '2025-09-01', title: 'New form' }] }
    const points = buildPoints(kpi, aSeries([1, null, 3, 4, 5]), { from: '2025-05', to: '2025-09' }, none)
    expect(
      segmentsOf(breakLine(points, broken.breaks)).map((part) => part.map(({ value }) => value)),
    ).toEqual([[1], [3, 4], [5]])
  })
})

describe('a point in words', () => {
  const span = { from: '2025-09', to: '2025-09' }
  const read = (changes: Parameters<typeof aPoint>[0]) => {
    const [point] = buildPoints(kpi, { ...aSeries([]), points: [aPoint(changes)] }, span, promises)
    return point ? readPoint(kpi, point) : ''
  }

  it('says value, state, plan and target', () => {
    expect(read({ provisional: true })).toBe(
      '30 Sep 2025: 309 people waiting, provisional; planned 232; target 150',
    )
  })

  it('says what a revised figure was', () => {
    expect(read({ revised: true, previousValue: 408 })).toContain('309 people waiting, revised from 408')
  })

  it('never shows a number for what is missing or withheld', () => {
    expect(read({ value: null, availability: 'missing' })).toContain('missing, no figure was received [x]')
    expect(read({ value: null, availability: 'suppressed' })).toContain('withheld')
  })

  it('marks by bracketed shorthand', () => {
    expect(shorthandOf(aPoint({ provisional: true, revised: true }))).toEqual(['[p]', '[r]'])
    expect(statusOf(aPoint({ value: null, availability: 'suppressed' }))).toBe('Withheld')
  })

  it('stands in the table newest first, with the gap to plan', () => {
    const points = buildPoints(kpi, aSeries([312, 309]), { from: '2025-08', to: '2025-09' }, promises)
    const rows = buildTrendTable(kpi, points)
    expect(
      rows.map(({ label, value, onPeriod, planned, gap }) => [label, value, onPeriod, planned, gap]),
    ).toEqual([
      ['30 Sep 2025', '309', '−3', '232', '+77'],
      ['31 Aug 2025', '312', '[x]', '[z]', '[z]'],
    ])
  })
})
