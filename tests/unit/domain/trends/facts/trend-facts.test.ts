import { describe, expect, it } from 'vitest'
import { chooseTrendFacts } from '../../../../../src/domain/trends/facts/trend-facts.ts'
import { buildPoints, noYardsticks } from '../../../../../src/domain/trends/points.ts'
import { aDescribedKpi } from '../../../../support/a-kpi.ts'
import { aSeries } from '../../../../support/a-series.ts'
import { noPlan } from '../../../../support/a-trend.ts'

const target = { from: '2025-04', value: 80, lower: null, upper: null, by: null, setBy: 'Board' }
const share = aDescribedKpi({
  ...{ unit: 'percent', direction: 'up', decimals: 0, targets: [target] },
  ...{ numerator: null, denominator: null },
})

function factsOf(values: readonly (number | null)[], asOf = '2025-10-06') {
  const span = { from: '2025-08', to: '2025-09' }
  const points = buildPoints(share, aSeries(values), span, noYardsticks)
  return chooseTrendFacts({ kpi: share, isWhole: true, points, plan: noPlan, analysis: null, asOf })
}

describe('the large figures of a slide', () => {
  it('say a figure as finely as its distance from the target, so that the three add up', () => {
    const [latest, distance] = factsOf([78, 79.6])
    expect(latest?.figure).toBe('79.6%')
    expect(distance).toEqual({
      figure: '0.4 percentage points below target',
      words: 'the target is 80%',
    })
  })

  it('say it as the measure does where that shows the distance', () => {
    expect(factsOf([78, 77.6]).map(({ figure }) => figure)).toEqual([
      '78%',
      '2 percentage points below target',
    ])
  })

  it('say no unit that the figure carries already', () => {
    expect(factsOf([78, 77])[0]?.words).toMatch(/^30 Sep 2025; /)
  })

  it('hold no older figure against the target', () => {
    const [latest, ...others] = factsOf([79.6, null])
    // written as everywhere, and held against nothing
    expect(latest?.figure).toBe('79.6%')
    expect(latest?.words).toContain('the last held')
    expect(others).toEqual([])
  })
})
