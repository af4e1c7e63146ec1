import type { SeriesAnalysis } from '../analysis/edition-analysis.ts'
import type { DescribedKpi } from '../editions/describe-kpi.ts'
import type { Series } from '../figures/figure.ts'
import { comparatorDimension } from '../measures/measure.ts'
import type { Plan } from '../plans/plan.ts'
import type { TrendLayer } from './trend.ts'

export interface LayerSources {
  kpi: DescribedKpi
  series: Series
  isWhole: boolean
  plan: Plan
  analysis: Pick<SeriesAnalysis, 'segments' | 'forecast'> | null
}

/** The layers that a series has something for: an empty one is not offered. */
export function availableLayers({ kpi, series, isWhole, plan, analysis }: LayerSources): TrendLayer[] {
  const has: [TrendLayer, boolean][] = [
    ['limits', (analysis?.segments.length ?? 0) > 0],
    ['target', isWhole && kpi.targets.length > 0],
    ['plan', isWhole && plan.trajectories.some((path) => path.kpi === kpi.id)],
    ['forecast', (analysis?.forecast.length ?? 0) > 0],
    [
      'interventions',
      plan.interventions.some(
        (item) => (item.kpi === null || item.kpi === kpi.id) && item.kind !== 'definition-break',
      ),
    ],
    ['revisions', series.points.some(({ revised }) => revised)],
    ['comparators', isWhole && kpi.dimensions.some(({ id }) => id === comparatorDimension)],
  ]
  return has.filter(([, isHeld]) => isHeld).map(([layer]) => layer)
}
