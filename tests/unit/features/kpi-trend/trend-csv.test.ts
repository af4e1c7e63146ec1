import { describe, expect, it } from 'vitest'
import { buildPoints, noYardsticks } from '../../../../src/features/kpi-trend/model/points.ts'
import { trendFileName, writeTrendCsv } from '../../../../src/features/kpi-trend/trend-csv.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const context = {
  kpi: aDescribedKpi({ name: '=Waiting' }),
  place: 'Ealing',
  edition: {
    number: 5,
    label: 'September 2025',
    publishedAt: '2025-10-15T09:00:00Z',
    dataAsAt: '2025-10-06',
    note: null,
    supersededBy: null,
    withdrawn: false,
  },
  organisation: {
    name: 'Ealing',
    service: 'Adult social care',
    illustrative: true,
    marking: 'OFFICIAL',
    timezone: 'Europe/London',
  },
  audience: 'exact',
} as const

describe('writeTrendCsv', () => {
  const points = buildPoints(
    context.kpi,
    aSeries([312, null, -3]),
    { from: '2025-07', to: '2025-09' },
    noYardsticks,
  )
  const text = writeTrendCsv(points, [], context)

  it('says what it holds before the figures', () => {
    expect(text).toContain('Edition,"5, September 2025"')
    expect(text).toContain('Data as at,2025-10-06')
    expect(text).toContain('Marking,OFFICIAL')
    expect(text).toContain('Illustrative data')
  })

  it('neutralises formulas and keeps negative numbers', () => {
    expect(text).toContain("Measure,'=Waiting")
    expect(text).toContain('2025-09,30 Sep 2025,-3,')
  })

  it('leaves a missing figure empty, marked [x]', () => {
    expect(text).toContain('2025-08,31 Aug 2025,,[x],Missing')
  })

  it('is named by what it holds', () => {
    expect(trendFileName('ot-waiting', 'town-Ealing (town)', 5, 'exact')).toBe(
      'ot-waiting-town-Ealing-town-edition-5-exact.csv',
    )
  })
})
