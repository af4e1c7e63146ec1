import { meanOf, medianOf } from '../statistics/centre.ts'

const monthsInYear = 12
/**
 * Months differ among themselves by at least this much more than within themselves, or there is no season. Four
 * quarters do so by chance as often at 4 as twelve months at 2: in one series of noise in eight.
 */
const usualRatios: Record<number, number> = { 12: 2, 4: 4 }

export interface Seasonality {
  /** what each month of the year adds, or each quarter, by position from the first row; all 0 where no season shows */
  effects: readonly number[]
  /** how far the season was trusted, 0 to 1 */
  trust: number
}

const noSeason: Seasonality = { effects: [0], trust: 0 }

/**
 * The yearly pattern, only where the data show it: each month's mean distance from the centred 12-month mean, shrunk by
 * how much more months differ among themselves than within themselves (the ratio of variances F) and by how many years
 * there are: trust = (1 − 1 ÷ F) × (1 − 1 ÷ years). Under two full years, or with F under the smallest ratio asked for
 * (2 of months, 4 of quarters), there is none; nor of figures of a year.
 *
 * @param length periods in a year
 *
 * @example two years of the same twelve values → half of those values less their mean
 */
export function findSeasonality(
  values: readonly number[],
  smallestRatio: number | null = null,
  length = monthsInYear,
): Seasonality {
  if (length < 2 || values.length < 2 * length) return noSeason
  const level = yearlyLevel(values, length)
  const byMonth: number[][] = Array.from({ length }, () => [])
  for (const [row, value] of values.entries()) {
    byMonth[row % length]?.push(value - (level[row] ?? value))
  }
  const typical = byMonth.map(typicalOf)
  const centre = meanOf(typical)
  const effects = typical.map((effect) => effect - centre)
  const ratio = varianceRatio(byMonth, typical, effects, values.length)
  if (ratio < (smallestRatio ?? usualRatios[length] ?? 2)) return noSeason
  const trust = (1 - 1 / ratio) * (1 - length / values.length)
  return { effects: effects.map((effect) => effect * trust), trust }
}

/** What the season adds at a row, counted from the first row; later rows repeat it. */
export function seasonAt(seasonality: Seasonality, row: number): number {
  return seasonality.effects[row % seasonality.effects.length] ?? 0
}

/** Halfway between mean and median: one odd year among three or more does not make a season. */
function typicalOf(deviations: readonly number[]): number {
  const mean = meanOf(deviations)
  return deviations.length > 2 ? (mean + medianOf(deviations)) / 2 : mean
}

function varianceRatio(
  byMonth: readonly number[][],
  typical: readonly number[],
  effects: readonly number[],
  rows: number,
): number {
  let within = 0
  for (const [month, deviations] of byMonth.entries()) {
    for (const deviation of deviations) within += (deviation - (typical[month] ?? 0)) ** 2
  }
  const length = effects.length
  const among = effects.reduce((sum, effect) => sum + effect ** 2, 0) / (length - 1)
  const noise = within / (rows - length)
  if (among === 0) return 0
  return noise === 0 ? Number.POSITIVE_INFINITY : (among * rows) / length / noise
}

/** Centred means of a year; the half year at either end, which has none, goes on at half the last slope. */
function yearlyLevel(values: readonly number[], length: number): number[] {
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
