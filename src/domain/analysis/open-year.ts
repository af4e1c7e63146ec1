import type { SeriesPoint } from '../figures/figure.ts'
import { lastMonthOf } from '../periods/period.ts'
import { accumulatesThroughYear, gridOf } from './series-grid.ts'

/**
 * Whether the latest figure settles nothing of a target: it adds up from April, its year is not over, and it has
 * neither reached what is to be reached, nor passed what is not to be passed.
 *
 * @example 59 by September against 150 in the year → true; 152 by February → false
 */
export function isUnsettled(
  series: { points: readonly Pick<SeriesPoint, 'period' | 'value' | 'n'>[] },
  met: boolean,
  goodWay: 'up' | 'down',
): boolean {
  const last = series.points.at(-1)?.period
  const grid = gridOf(series)
  if (last === undefined || grid === null || lastMonthOf(last).endsWith('-03')) return false
  return met === (goodWay === 'down') && accumulatesThroughYear(grid)
}
