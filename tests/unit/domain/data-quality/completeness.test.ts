import { describe, expect, it } from 'vitest'
import { awaitedPeriods, measureCompleteness } from '../../../../src/domain/data-quality/completeness.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'

describe('awaitedPeriods', () => {
  const august = aDescribedKpi({ latestPeriod: '2025-08', due: '2025-10-03' })

  it('are none on the due day itself, and the next period on the day after', () => {
    expect(awaitedPeriods(august, '2025-10-03')).toEqual([])
    expect(awaitedPeriods(august, '2025-10-04')).toEqual(['2025-09'])
  })

  it('are as many as have fallen due since, each by the same working day', () => {
    // third working day: 3 October, 5 November, 3 December
    expect(awaitedPeriods(august, '2025-11-05')).toEqual(['2025-09'])
    expect(awaitedPeriods(august, '2025-12-04')).toEqual(['2025-09', '2025-10', '2025-11'])
  })

  it('are none where no due day was agreed or nothing is held', () => {
    expect(awaitedPeriods(aDescribedKpi({ due: null }), '2026-10-03')).toEqual([])
    expect(awaitedPeriods(aDescribedKpi({ latestPeriod: null }), '2026-10-03')).toEqual([])
  })
})

describe('measureCompleteness', () => {
  const monthly = aDescribedKpi()

  it('counts the last 36 months, and names those that are missing', () => {
    const values = Array.from({ length: 40 }, (_, index) => (index === 20 ? null : 300))
    expect(measureCompleteness(monthly, [aSeries(values)], [])).toEqual({
      from: '2022-10',
      to: '2025-09',
      expected: 36,
      present: 35,
      withheld: [],
      missing: ['2024-02'],
    })
  })

  it('counts from the first figure where that is later, and a period that nobody sent as missing', () => {
    const series = aSeries([300, 301, 302])
    const gap = { ...series, points: series.points.filter(({ period }) => period !== '2025-08') }
    expect(measureCompleteness(monthly, [gap], [])).toMatchObject({
      from: '2025-07',
      expected: 3,
      present: 2,
      missing: ['2025-08'],
    })
  })

  it('counts a period that was due and has not come', () => {
    const overdue = { ...monthly, latestPeriod: '2025-08' }
    const series = aSeries([300, 301], { last: '2025-08' })
    expect(measureCompleteness(overdue, [series], ['2025-09'])).toMatchObject({
      to: '2025-09',
      expected: 3,
      present: 2,
      missing: ['2025-09'],
    })
  })

  it('keeps withheld apart from missing', () => {
    const points = [aPoint({ period: '2025-08', value: null, availability: 'suppressed' }), aPoint()]
    const series = { kpi: 'ot-waiting', dimension: 'borough', member: 'All', points }
    expect(measureCompleteness(monthly, [series], [])).toMatchObject({
      present: 1,
      withheld: ['2025-08'],
      missing: [],
    })
  })

  it('takes a period of categories as present where any category is', () => {
    const given = aSeries([3, null], { dimension: 'type', member: 'Physical' })
    const other = aSeries([null, null], { dimension: 'type', member: 'Sexual' })
    expect(measureCompleteness(monthly, [given, other], [])).toMatchObject({
      present: 1,
      missing: ['2025-09'],
    })
  })

  it('is twelve points of a quarterly measure, and nothing where nothing is held', () => {
    const quarterly = aDescribedKpi({ frequency: 'quarter', latestPeriod: '2025-Q2' })
    const series = aSeries(Array(20).fill(5), { last: '2025-Q2' })
    expect(measureCompleteness(quarterly, [series], []).expected).toBe(12)
    expect(measureCompleteness({ ...quarterly, latestPeriod: null }, [], []).expected).toBe(0)
  })
})
