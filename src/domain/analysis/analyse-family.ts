import type { Bounds } from '../forecast/bounded-scale.ts'
import {
  analyseControlChart,
  type ControlChart,
  type ControlChartOptions,
  referenceOptions,
} from '../spc/control-chart.ts'
import type { ImprovementDirection } from '../spc/judgement.ts'
import type { DatedValues } from './calendar-grid.ts'
import { type LookAhead, lookAhead } from './look-ahead.ts'

export interface AnalysedSeries extends DatedValues {
  id: string
  improvementDirection: ImprovementDirection
  target: number | null
  targetDate: string | null
  /** positions at which a recorded re-baseline starts a new segment */
  rebaseAt: readonly number[]
  fixAfterNPoints: number | null
  /** months to forecast, 18 at most */
  horizon: number
  bounds: Bounds
}

export interface Analysis {
  id: string
  chart: ControlChart
  ahead: LookAhead
}

/**
 * Everything the product says of a family of series, computed together, because whether one of them stands
 * out depends on how many are looked at. Rows are in date order, each month once.
 */
export function analyseFamily(
  family: readonly AnalysedSeries[],
  options: (series: AnalysedSeries) => ControlChartOptions = () => referenceOptions,
): Analysis[] {
  return family.map((series) => {
    const chart = analyseControlChart(series, options(series))
    const lastStart = chart.segments.at(-1)?.start ?? 0
    const since = lastStart === 0 ? null : (series.dates[lastStart] ?? null)
    return { id: series.id, chart, ahead: lookAhead({ ...series, since, months: series.horizon }) }
  })
}
