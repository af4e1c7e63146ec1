import type { Series } from '../figures/figure.ts'
import { borough } from '../measures/measure.ts'
import type { CoarserAnalysis } from './edition-analysis.ts'

const withoutCounts = { numerator: null, denominator: null, n: null, revised: false, previousValue: null }

/** The quarters of a stored analysis, as a series that can be drawn. */
export function seriesOfCoarser(kpi: string, { points }: Pick<CoarserAnalysis, 'points'>): Series {
  return { kpi, ...borough, points: points.map((point) => ({ ...point, ...withoutCounts })) }
}
