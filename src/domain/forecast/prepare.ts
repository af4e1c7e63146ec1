import { isPresent, type Observation } from '../spc/observation.ts'
import { deviationsPerMedian, medianOf } from '../statistics/centre.ts'

/** Residuals beyond so many robust deviations are pulled in to them. */
const outlierDeviations = 4
/** Rows on either side that say what a row should be near. */
const reach = 3
/** Steps that must go one way for the last value to be on it. */
const stepsOfAWay = 3

/**
 * A series without gaps: each gap lies straight between its neighbours. Leading gaps are dropped by the
 * caller, trailing ones are not filled: they are months that the forecast has still to cross.
 *
 * @example 4, null, 8 → 4, 6, 8
 */
export function fillGaps(values: readonly Observation[]): number[] {
  const filled: number[] = []
  let gap = 0
  for (const value of values) {
    if (!isPresent(value)) {
      gap += 1
      continue
    }
    const before = filled.at(-1) ?? value
    for (let step = 1; step <= gap; step += 1) filled.push(before + ((value - before) * step) / (gap + 1))
    filled.push(value)
    gap = 0
  }
  return filled
}

/**
 * A series with its spikes pulled in: a value further than four robust deviations from the median of the
 * seven around it is set at four. A change that lasts is kept, because it soon becomes its neighbours' median. The last
 * value has none behind it, and the median of those before lags behind a list that falls faster than it did: it is no
 * spike where it goes on in the way in which the figures before it went. A gap that was filled in a straight line towards
 * it is no such way: it leads to any value.
 *
 * @param isFilled whether a row was missing, and filled; none where left out
 * @example 5, 6, 5, 60, 5, 6, 5 → the 60 comes down to about 9; the rest stand
 */
export function pullInOutliers(
  values: readonly number[],
  isFilled: (row: number) => boolean = () => false,
): number[] {
  const expected = values.map((_, row) => medianOf(values.slice(Math.max(0, row - reach), row + reach + 1)))
  const residuals = values.map((value, row) => value - (expected[row] ?? value))
  const isLastWayFilled = values.some((_, row) => row >= values.length - stepsOfAWay - 1 && isFilled(row))
  const onItsWay = isLastWayFilled ? null : lastOnItsWay(values)
  const last = residuals.at(-1)
  if (onItsWay !== null && last !== undefined && Math.abs(onItsWay) < Math.abs(last))
    residuals[residuals.length - 1] = onItsWay
  const deviation = deviationsPerMedian * medianOf(residuals.map(Math.abs))
  if (deviation === 0) return [...values]
  const widest = outlierDeviations * deviation
  return values.map((value, row) => {
    const residual = residuals[row] ?? 0
    return Math.abs(residual) > widest ? value - residual + Math.sign(residual) * widest : value
  })
}

/** How far the last value is from where the step before it leads; null where the last three steps do not go one way. */
function lastOnItsWay(values: readonly number[]): number | null {
  const [three, two, one, last] = values.slice(-stepsOfAWay - 1)
  if (three === undefined || two === undefined || one === undefined || last === undefined) return null
  const ways = [last - one, one - two, two - three].map(Math.sign)
  return new Set(ways).size === 1 ? last - (2 * one - two) : null
}
