import type { Forecast } from './forecast.ts'
import { simulatePaths } from './simulate-paths.ts'

/** What is drawn of a month ahead. */
export interface Interval {
  median: number
  lower80: number
  upper80: number
  lower95: number
  upper95: number
}

/**
 * Median and intervals of each month ahead, read from the paths on which the chances of a target are counted: what is
 * drawn and what is said of a target are one. Of whole numbers they are whole.
 *
 * @example rising by 7 for 30 months, falling by 7 for twelve → a median that goes on falling
 */
export function fanOfPaths({ joint }: Pick<Forecast, 'joint'>): Interval[] {
  const { count, steps, values: drawn } = simulatePaths(joint)
  const { fromScale } = joint.scale
  const holding = joint.isWhole ? wholesHolding : valuesHolding
  return joint.seasonal.map((_, step) => {
    const scaled = new Float64Array(count).map((_, path) => drawn[path * steps + step] ?? 0).sort()
    const values = scaled.map((value) => (joint.isWhole ? Math.round(fromScale(value)) : fromScale(value)))
    const [lower80, upper80] = holding(values, 0.8)
    const [lower95, upper95] = holding(values, 0.95)
    return { median: valueAt(values, 0.5), lower80, upper80, lower95, upper95 }
  })
}

type Sorted = Float64Array

function valueAt(values: Sorted, share: number): number {
  return values[Math.round(share * (values.length - 1))] ?? 0
}

/** The values between which so large a share of them lies, as much beyond either. */
function valuesHolding(values: Sorted, share: number): [number, number] {
  return [valueAt(values, (1 - share) / 2), valueAt(values, (1 + share) / 2)]
}

/**
 * The same of whole numbers, of which each is within or without as a whole: either end gives way by one where what is
 * held then comes nearer to the share, as it does of what is rare, where none at all is held whole.
 */
function wholesHolding(values: Sorted, share: number): [number, number] {
  const [lower, upper] = valuesHolding(values, share)
  const narrower: [number, number][] = [
    [lower, upper - 1],
    [lower + 1, upper],
    [lower + 1, upper - 1],
  ]
  const missOf = ([from, to]: [number, number]) => Math.abs(shareBetween(values, from, to) - share)
  return narrower
    .filter(([from, to]) => from <= to)
    .reduce<[number, number]>((best, one) => (missOf(one) < missOf(best) ? one : best), [lower, upper])
}

function shareBetween(values: Sorted, from: number, to: number): number {
  return (
    (values.findLastIndex((value) => value <= to) + 1 - values.findIndex((value) => value >= from)) /
    values.length
  )
}
