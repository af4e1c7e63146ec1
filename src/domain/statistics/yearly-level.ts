import { meanOf, medianOf } from './centre.ts'

/** Centred means of a year; the half year at either end, which has none, goes on at half the last slope. */
export function yearlyLevel(values: readonly number[], length: number): number[] {
  const half = length / 2
  const level = new Array<number>(values.length)
  const at = (row: number) => values[row] ?? 0
  const first = half
  const last = values.length - half - 1
  let sum = 0
  for (let row = 0; row < length; row += 1) sum += at(row)
  for (let row = first; row <= last; row += 1) {
    level[row] = (sum + (at(row + half) - at(row - half)) / 2) / length
    sum += at(row + half) - at(row - half)
  }
  const span = Math.min(half, last - first)
  const slope = (from: number, to: number) =>
    to > from ? ((level[to] ?? 0) - (level[from] ?? 0)) / (to - from) : 0
  const before = slope(first, first + span) / 2
  const after = slope(last - span, last) / 2
  for (let row = 0; row < first; row += 1) level[row] = (level[first] ?? 0) - before * (first - row)
  for (let row = last + 1; row < values.length; row += 1)
    level[row] = (level[last] ?? 0) + after * (row - last)
  return level
}

/** Halfway between mean and median: one odd year among three or more does not make a season. */
export function typicalOf(deviations: readonly number[]): number {
  const mean = meanOf(deviations)
  return deviations.length > 2 ? (mean + medianOf(deviations)) / 2 : mean
}
