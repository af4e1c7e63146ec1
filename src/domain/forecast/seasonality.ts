import { meanOf } from '../statistics/centre.ts'
import { typicalOf, yearlyLevel } from '../statistics/yearly-level.ts'

const monthsInYear = 12
/** Where months differ by so many times more than within themselves over three years, the season is plain (spc/season.ts). */
const plainRatio = 5
const plainYears = 3
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

export const noSeason: Seasonality = { effects: [0], trust: 0 }

/**
 * The yearly pattern, only where the data show it: each month's mean distance from the centred 12-month mean, shrunk by
 * how much more months differ among themselves than within themselves (the ratio of variances F) and by how many years
 * there are: trust = (1 − 1 ÷ F) × (1 − 1 ÷ years). Where it is plain it is shrunk by F alone: of four Novembers that
 * all lie far below the rest, a fifth would stay in the level and draw the next one nearer to it than any was. Under two full years, or with F under the smallest ratio asked for
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
  const years = values.length / length
  const isPlain = ratio >= plainRatio && years >= plainYears
  const trust = (1 - 1 / ratio) * (isPlain ? 1 : 1 - 1 / years)
  return { effects: effects.map((effect) => effect * trust), trust }
}

/** What the season adds at a row, counted from the first row; later rows repeat it. */
export function seasonAt(seasonality: Seasonality, row: number): number {
  return seasonality.effects[row % seasonality.effects.length] ?? 0
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
