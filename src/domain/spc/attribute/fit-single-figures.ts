import { medianOf } from '../../statistics/centre.ts'
import { fitXmr, type XmrOptions } from '../limits.ts'
import { presentValues } from '../observation.ts'
import { type FitSegment, noBand } from './chart-rows.ts'

/** Run chart: the median of the baseline, and no limits (Anhøj and Olesen 2014). */
export const fitRun: FitSegment = (rows, baseline) => {
  const values = presentValues(baseline.map(({ y }) => y))
  const centre = values.length === 0 ? null : medianOf(values)
  return rows.map(() => ({ ...noBand, centre }))
}

/** XmR chart as in limits.ts (spc.md, sections 5 to 7); its limits are not cut. */
export function fitSingles(options: XmrOptions): FitSegment {
  return (rows, baseline) => {
    const { mean, limits } = fitXmr(
      baseline.map(({ y }) => y),
      options,
    )
    return rows.map(() => ({
      centre: mean,
      lower: limits?.lower ?? null,
      upper: limits?.upper ?? null,
      nearLower: limits?.nearLower ?? null,
      nearUpper: limits?.nearUpper ?? null,
    }))
  }
}
