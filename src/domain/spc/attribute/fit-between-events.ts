import { medianOf } from '../../statistics/centre.ts'
import { accurateMean } from '../accurate-mean.ts'
import { isPresent, presentValues } from '../observation.ts'
import { bandAround, type FitSegment, noBand } from './chart-rows.ts'
import { deviationOfRanges } from './mean-range.ts'

const unbounded = { least: 0, most: Number.POSITIVE_INFINITY }

/**
 * g chart of cases between rare events. Limits ȳ ± 3√(ȳ(ȳ + 1)) (geometric), never below 0. The centre is the
 * median, not the mean, so that half of the figures lie on each side and runs can be read (Provost and Murray
 * 2011, chapter 5; the reference, qicharts2, does so).
 *
 * @example 10, 30, 20 → mean 20, centre 20, limits 0 and 81.48
 */
export const fitG: FitSegment = (rows, baseline) => {
  const values = presentValues(baseline.map(({ y }) => y))
  const mean = accurateMean(values)
  if (mean === null) return rows.map(() => noBand)
  const centre = medianOf(values)
  if (mean <= 0) return rows.map(() => ({ ...noBand, centre }))
  const band = { ...bandAround(mean, Math.sqrt(mean * (mean + 1)), unbounded), centre }
  return rows.map(() => band)
}

/** Days between events become near normal by this root (Nelson 1994; Provost and Murray 2011, chapter 5). */
const root = 3.6

/**
 * t chart of days between rare events: an individuals chart of y^(1 ÷ 3.6), its centre and limits brought back by
 * the power of 3.6. Limits lie three standard deviations out, by moving ranges with nothing screened; a lower
 * limit below 0 becomes 0.
 */
export const fitT: FitSegment = (rows, baseline) => {
  const roots = baseline.map(({ y }) => (isPresent(y) ? y ** (1 / root) : null))
  const mean = accurateMean(presentValues(roots))
  const deviation = deviationOfRanges(roots)
  if (mean === null) return rows.map(() => noBand)
  if (deviation === null) return rows.map(() => ({ ...noBand, centre: mean ** root }))
  const back = (value: number | null) => (value === null ? null : Math.max(0, value) ** root)
  const { centre, lower, upper, nearLower, nearUpper } = bandAround(mean, deviation, unbounded)
  const band = {
    centre: back(centre),
    lower: back(lower),
    upper: back(upper),
    nearLower: back(nearLower),
    nearUpper: back(nearUpper),
  }
  return rows.map(() => band)
}
