import { describe, expect, it } from 'vitest'
import { chartSeries, type MeasureContext } from '../../../../src/domain/analysis/chart-series.ts'
import { chanceOfSuccess, lookAtSeriesAhead } from '../../../../src/domain/analysis/series-ahead.ts'
import type { Observation } from '../../../../src/domain/spc/observation.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aSeries } from '../../../support/a-series.ts'

const context: MeasureContext = {
  kpi: aDescribedKpi({ unit: 'count', targets: [] }),
  plan: { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] },
  asOf: '2025-10-06',
  isRounded: true,
}

function charted(values: readonly Observation[]) {
  const series = aSeries(values)
  const chart = chartSeries(context, series)
  if (!chart) throw new Error('a series without a figure')
  return { series, chart }
}

/** 36 months of small counts: those of 1 to 4 are withheld where asked, as in the protected set. */
const counts = Array.from({ length: 36 }, (_, month) => (month % 3 === 0 ? 5 + (month % 2) * 5 : 2))
const withheld = counts.map((count) => (count < 5 ? null : count))

describe('lookAtSeriesAhead', () => {
  it('looks ahead from figures that are known', () => {
    const { series, chart } = charted(counts)
    expect(lookAtSeriesAhead(context, series, chart).forecast).toHaveLength(6)
  })

  it('does not look ahead from the few large counts that are left where the small ones are withheld', () => {
    const { series, chart } = charted(withheld)
    expect(withheld.filter((count) => count !== null)).toHaveLength(12)
    expect(lookAtSeriesAhead(context, series, chart).forecast).toEqual([])
  })

  it('looks ahead across a quarter of the months missing, and no more', () => {
    const missing = (months: number) =>
      counts.map((count, month) => (month > 0 && month <= months ? null : count))
    const ahead = (months: number) => {
      const { series, chart } = charted(missing(months))
      return lookAtSeriesAhead(context, series, chart).forecast.length
    }
    expect([ahead(9), ahead(10)]).toEqual([6, 0])
  })
})

describe('chanceOfSuccess', () => {
  const condition = { kind: 'at-most', value: 5 } as const

  it('is a chance where the figures are known, and none from the few that are not withheld', () => {
    const known = chanceOfSuccess(context, charted(counts).chart, condition, '2026-03-31')
    expect(known).toBeGreaterThan(0)
    expect(known).toBeLessThan(1)
    expect(chanceOfSuccess(context, charted(withheld).chart, condition, '2026-03-31')).toBeNull()
  })
})
