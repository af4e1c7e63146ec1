import { describe, expect, it } from 'vitest'
import { analyseSeries } from '../../../../src/domain/analysis/analyse-series.ts'
import { figuresShownAlike } from '../../../../src/domain/analysis/one-verdict/shown-alike.ts'
import type { SeriesPoint } from '../../../../src/domain/figures/figure.ts'
import { aDescribedKpi } from '../../../support/a-kpi.ts'
import { aPoint, aSeries } from '../../../support/a-series.ts'
import { noiseOf } from '../../../support/seeded-noise.ts'

const share = aPoint({ value: 95, numerator: 57, denominator: 60 })
const withheld: SeriesPoint = { ...share, value: null, availability: 'suppressed' }

describe('figures that would be published alike', () => {
  it('are the other small values of a withheld count, and of what is left over of a withheld share', () => {
    const countsOf = (points: readonly SeriesPoint[]) =>
      points.map(({ value, numerator }) => numerator ?? value)
    expect(countsOf(figuresShownAlike('count', aPoint({ value: 2 }), withheld))).toEqual([1, 3, 4])
    // 57 of 60 leaves 3: 56, 58 and 59 leave 4, 2 and 1
    expect(countsOf(figuresShownAlike('percent', share, withheld))).toEqual([59, 58, 56])
    expect(countsOf(figuresShownAlike('count', aPoint({ value: 7 }), aPoint({ value: 5 })))).toEqual([5, 6])
  })

  it('are none of what is told, or is large', () => {
    expect(figuresShownAlike('percent', share, share)).toEqual([])
    expect(figuresShownAlike('count', aPoint({ value: 11 }), withheld)).toEqual([])
  })
})

describe('chances of a target, for the panel', () => {
  const kpi = aDescribedKpi({
    unit: 'percent',
    aggregation: 'W',
    direction: 'up',
    targets: [{ from: '2024-04', value: 94, lower: null, upper: null, by: '2026-03-31', setBy: 'Board' }],
  })
  const plan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }
  const context = { kpi, plan, asOf: '2025-10-06', isRounded: true }

  /** Out of 60 each month, but for one that is withheld: so many were left over in it. */
  function chancesWith(left: number, row: number) {
    const shares = noiseOf(36, 5).map((noise, month) => (month === row ? 60 - left : Math.round(55 + noise)))
    const series = aSeries(shares)
    const points = series.points.map((point, month) => ({
      ...point,
      value: (100 * (shares[month] ?? 0)) / 60,
      numerator: shares[month] ?? 0,
      denominator: 60,
    }))
    const published = points.map((point, month) =>
      month === row
        ? { ...point, value: null, numerator: null, denominator: null, availability: 'suppressed' as const }
        : { ...point, value: Math.round(point.value), numerator: null, denominator: null },
    )
    const received = { ...series, points }
    const ahead = analyseSeries({ ...context, isRounded: false }, received)
    const told =
      ahead &&
      analyseSeries(context, { ...series, points: published }, null, {
        series: received,
        flag: null,
        ahead,
      })
    return { officers: ahead?.reach, panel: told?.reach }
  }

  it('are the same whatever a month is that is withheld', () => {
    const all = [1, 2, 3, 4].map((left) => chancesWith(left, 8))
    expect(all[0]?.panel).toMatchObject({ kind: 'chances' })
    for (const { panel } of all) expect(panel).toEqual(all[0]?.panel)
    // officers' chances rest on the month as well
    expect(new Set(all.map(({ officers }) => JSON.stringify(officers))).size).toBeGreaterThan(1)
  })

  it('are not told where it decides a step of one, whatever it is', () => {
    for (const left of [1, 2, 3, 4]) expect(chancesWith(left, 20).panel).toEqual({ kind: 'rounded' })
  })
})
