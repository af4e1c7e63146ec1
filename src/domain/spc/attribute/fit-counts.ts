import { accurateMean } from '../accurate-mean.ts'
import { presentValues } from '../observation.ts'
import { bandAround, type FitSegment, noBand } from './chart-rows.ts'

/**
 * c chart of counts: centre c̄, limits c̄ ± 3√c̄, never below 0. Holds where events come singly and at an even rate
 * (Poisson). Provost and Murray 2011, chapter 5. Limits of nothing but zeros have no width.
 *
 * @example 4, 2, 6, 4 → c̄ = 4, limits 0 and 10
 */
export const fitC: FitSegment = (rows, baseline) => {
  const centre = accurateMean(presentValues(baseline.map(({ y }) => y)))
  if (centre === null) return rows.map(() => noBand)
  const band = bandAround(centre, Math.sqrt(Math.max(0, centre)), {
    least: 0,
    most: Number.POSITIVE_INFINITY,
  })
  return rows.map(() => band)
}
