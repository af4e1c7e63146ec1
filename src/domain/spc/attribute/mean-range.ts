import { accurateMean } from '../accurate-mean.ts'
import { isPresent, type Observation, presentValues } from '../observation.ts'

/** Mean moving range of two normal figures, in standard deviations (d₂ for n = 2; Provost and Murray 2011). */
const rangePerDeviation = 1.128

/** Figures that spread up to so many times as far as chance makes them are told by chance alone. */
export const spreadOfChance = 1.2

/**
 * Standard deviation of single figures from the mean of their moving ranges, |x[i] − x[i−1]| ÷ 1.128. All ranges
 * count, extreme ones too, as in the reference (qicharts2). A missing row is never bridged. Null where no two
 * neighbours are present, or where nothing moves: no spread can then be told.
 *
 * @example 20, 22, 21, 25, 22 → 2.5 ÷ 1.128 = 2.2163
 */
export function deviationOfRanges(values: readonly Observation[]): number | null {
  const ranges = values.map((value, row) => {
    const before = values[row - 1]
    return isPresent(value) && isPresent(before) ? Math.abs(value - before) : null
  })
  const mean = accurateMean(presentValues(ranges))
  return mean === null || mean === 0 ? null : mean / rangePerDeviation
}
