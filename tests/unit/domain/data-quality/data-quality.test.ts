import { describe, expect, it } from 'vitest'
import { describeDataQuality } from '../../../../src/domain/data-quality/data-quality.ts'
import { aVersion } from '../../../support/a-figure.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'

const nothing = { headlines: [], revised: [], lastChanged: new Map<string, number>() }

describe('describeDataQuality', () => {
  it('judges as of the day given: what is overdue, what is awaited, and in how many measures', () => {
    const late = aDescribedKpi({ id: 'late', latestPeriod: '2025-08', due: '2025-10-03' })
    const { summary, measures } = describeDataQuality([late, aDescribedKpi()], nothing, '2025-10-06')
    expect(measures.map(({ isOverdue, awaited }) => [isOverdue, awaited])).toEqual([
      [true, ['2025-09']],
      [false, []],
    ])
    expect(summary).toMatchObject({ measures: 2, overdue: 1 })
  })

  it('names provisional periods once, though several categories have them', () => {
    const ofCategories = aDescribedKpi({ aggregation: 'X' })
    const points = [aPoint({ provisional: true })]
    const headlines = ['Physical', 'Sexual'].map((member) => ({
      kpi: 'ot-waiting',
      dimension: 'type',
      member,
      points,
    }))
    const { measures } = describeDataQuality([ofCategories], { ...nothing, headlines }, '2025-10-06')
    expect(measures[0]?.provisional).toEqual(['2025-09'])
  })

  it('counts restatements of the borough apart from those of breakdowns, and names the last edition', () => {
    const town = { dimension: 'town', member: 'Acton' }
    const revised = [
      aVersion({ value: 408, firstEdition: 1 }),
      aVersion({ value: 330, firstEdition: 2 }),
      aVersion({ ...town, value: 40, firstEdition: 1 }),
      aVersion({ ...town, value: 30, firstEdition: 3 }),
    ]
    const { measures } = describeDataQuality(
      [aDescribedKpi()],
      { headlines: [aSeries([309])], revised, lastChanged: new Map([['ot-waiting', 5]]) },
      '2025-10-06',
    )
    expect(measures[0]?.revisions).toEqual({ count: 1, further: 1, last: 3 })
    expect(measures[0]?.lastChanged).toBe(5)
  })

  it('has nothing to say of a set without measures', () => {
    expect(describeDataQuality([], nothing, '2025-10-06')).toEqual({
      summary: { measures: 0, overdue: 0, provisional: 0, incomplete: 0, revised: 0 },
      measures: [],
    })
  })
})
