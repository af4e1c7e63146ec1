import { accurateMean } from './accurate-mean.ts'
import { isPresent, type Observation, presentValues } from './observation.ts'

/** 3 ÷ 1.128 as the books print it (Wheeler). The unrounded 2.6596 is not used. */
export const limitsPerRange = 2.66

/** Moving ranges at or above this multiple of their mean are left out (Nelson 1982). */
const extremeRange = 3.267

export interface ProcessLimits {
  lower: number
  upper: number
  /** two thirds of the way from the mean to the limit */
  nearLower: number
  nearUpper: number
}

export interface XmrFit {
  /** null where the baseline holds no value */
  mean: number | null
  averageMovingRange: number | null
  /** for each baseline row, its moving range; null where undefined or left out as extreme */
  rangesUsed: (number | null)[]
  /** null where no moving range could be kept: too few neighbours, or a constant series */
  limits: ProcessLimits | null
}

export interface XmrOptions {
  /** leave extreme moving ranges out before setting limits; one pass */
  screenOutliers: boolean
  /** give a constant series limits of no width rather than none */
  zeroWidthForConstant: boolean
}

/**
 * Natural process limits of an individuals (XmR) chart over baseline rows in date order.
 *
 * Limits = mean ± 2.66 × mean |x[i] − x[i−1]|; near limits at two thirds of that. A missing row takes away
 * the two ranges that touch it and is never bridged. Limits are not clipped at 0 or 100: that is drawing.
 * Specification: spc.md, sections 5 to 7. Method: docs/calculations.md#process-limits.
 *
 * @example 20, 22, 21, 25, 22 → mean 22; ranges 2 1 4 3, mean 2.5; limits 15.35 and 28.65
 */
export function fitXmr(baseline: readonly Observation[], options: XmrOptions): XmrFit {
  const mean = accurateMean(presentValues(baseline))
  const ranges = baseline.map((value, row) => movingRange(baseline[row - 1], value))
  const rangesUsed = options.screenOutliers ? withoutExtremes(ranges) : ranges
  const averageMovingRange = accurateMean(presentValues(rangesUsed)) ?? constantRange(ranges, options)
  const limits = mean === null || averageMovingRange === null ? null : limitsAround(mean, averageMovingRange)
  return { mean, averageMovingRange, rangesUsed, limits }
}

function movingRange(before: Observation | undefined, value: Observation): number | null {
  return isPresent(before) && isPresent(value) ? Math.abs(value - before) : null
}

function withoutExtremes(ranges: readonly (number | null)[]): (number | null)[] {
  const average = accurateMean(presentValues(ranges))
  if (average === null) return [...ranges]
  return ranges.map((range) => (range !== null && range < extremeRange * average ? range : null))
}

/** Every range of a constant series is 0, and 0 < 0 is false: screening keeps none of them. */
function constantRange(ranges: readonly (number | null)[], options: XmrOptions): number | null {
  const defined = presentValues(ranges)
  const isConstant = defined.length > 0 && defined.every((range) => range === 0)
  return options.zeroWidthForConstant && isConstant ? 0 : null
}

function limitsAround(mean: number, averageMovingRange: number): ProcessLimits {
  const width = limitsPerRange * averageMovingRange
  const nearWidth = (2 / 3) * limitsPerRange * averageMovingRange
  return {
    lower: mean - width,
    upper: mean + width,
    nearLower: mean - nearWidth,
    nearUpper: mean + nearWidth,
  }
}
