import type { Plot, Scales } from '../../src/charts/trend/plot.ts'
import type { SpecialPoint } from '../../src/domain/analysis/edition-analysis.ts'
import { dayNumber } from '../../src/domain/periods/calendar.ts'
import { periodEnd } from '../../src/domain/periods/period.ts'
import type { LimitStretch } from '../../src/domain/trends/limits.ts'
import type { TrendPoint } from '../../src/domain/trends/points.ts'
import { buildTrend, type TrendInput, type TrendModel } from '../../src/domain/trends/trend.ts'
import { aDescribedKpi } from './a-kpi.ts'
import { aPoint, aSeries } from './a-series.ts'

export const noPlan = { workstreams: [], milestones: [], trajectories: [], interventions: [], risks: [] }

/** A plot of 100 × 100 px with 0 to 100 upwards; days are put where a test says. */
export const aPlot: Plot = { x: 0, y: 0, width: 100, height: 100 }
export const someScales: Scales = { x: (day) => day, y: (value) => 100 - value }

/** A point on day 10 with the value 50; a test names what matters to it. */
export function aTrendPoint(changes: Partial<TrendPoint> = {}): TrendPoint {
  const { asAt: _, ...point } = aPoint({ value: 50 })
  return {
    ...point,
    label: 'Sep 2025',
    day: 10,
    planned: null,
    target: null,
    judgement: null,
    onPeriod: { kind: 'none', reason: 'no-figure', from: '2025-08' },
    onYear: { kind: 'none', reason: 'no-figure', from: '2024-09' },
    ...changes,
  }
}

/** A point that stands out from chance. */
export function aSignal(type: SpecialPoint['type'], changes: Partial<TrendPoint> = {}): TrendPoint {
  const limits = { mean: 30, lower: 20, upper: 40 }
  return aTrendPoint({ judgement: { limits, signal: { cause: 'Above UCL', type } }, ...changes })
}

/** Limits from day 10 to day 40, 20 to 40 around 30. */
export function aStretch(changes: Partial<LimitStretch> = {}): LimitStretch {
  return {
    ...{ start: 10, end: 40, mean: 30, lower: 20, upper: 40, drawnLower: 20, drawnUpper: 40 },
    ...{ isTrial: false, reason: null, words: 'Limits 20 to 40, mean 30', when: 'Jan 2025 to Sep 2025' },
    ...changes,
  }
}

/** The trend of a year of the OT list with nothing beside it; a test names what matters to it. */
export function aTrend(values: readonly (number | null)[], changes: Partial<TrendInput> = {}): TrendModel {
  const model = buildTrend({
    kpi: aDescribedKpi({ targets: [] }),
    series: aSeries(values),
    isWhole: true,
    comparators: [],
    plan: noPlan,
    analysis: null,
    change: null,
    asOf: '2025-10-06',
    search: {},
    layers: ['limits', 'target', 'plan', 'forecast', 'interventions', 'revisions', 'comparators'],
    ...changes,
  })
  if (!model) throw new Error('there is no trend of these values')
  return model
}

/** Where the end of a month is plotted. */
export const endOf = (period: string) => dayNumber(periodEnd(period))
