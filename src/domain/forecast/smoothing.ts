import type { ForecastSettings } from './settings.ts'

/** One slow, one middling and one quick memory; their mean loses little to whichever would have been best. */
const memories = [0.2, 0.5, 0.8] as const
/** Rows that a level starts from, and that give no surprise. */
const startRows = 4
/** Older surprises count less: half at about two years. */
const surpriseFading = 0.97

/** Steps at which the growth that a series itself shows is measured. */
const growthSteps = [4, 5, 6] as const
const largestGrowth = 1.2

export interface Surprise {
  /** typical size of a one-month surprise */
  size: number
  /** share of its variance that each month further adds */
  growth: number
}

/**
 * Level at the end of a series: the mean of three exponential smoothings (0.2, 0.5, 0.8) that each carry
 * the trend along. Needs at least one value.
 *
 * @example a constant 7 → 7
 */
export function lastLevel(values: readonly number[], trend: number): number {
  const ends = memories.map((memory) => levelsOf(values, trend, memory).at(-1) ?? 0)
  return ends.reduce((sum, level) => sum + level, 0) / memories.length
}

/**
 * How large a one-month surprise typically is, and how fast surprises grow with the months ahead, both from
 * the series' own past with recent months counting more.
 *
 * Size: halfway between the root mean square and the mean absolute surprise brought to the same scale.
 * Growth: halfway between the usual one and what the surprises four to six months ahead show.
 * Values come with spikes pulled in, so that one odd month does not widen a year of intervals.
 *
 * @example a constant 7 → size 0
 */
export function measureSurprise(
  values: readonly number[],
  trend: number,
  { surpriseMemory, usualGrowth }: Pick<ForecastSettings, 'surpriseMemory' | 'usualGrowth'>,
): Surprise {
  const levels = levelsOf(values, trend, surpriseMemory)
  const oneMonth = fadedMoments(surprisesAt(1, levels, values, trend))
  if (oneMonth.meanSquare === 0) return { size: 0, growth: usualGrowth }
  const size = (Math.sqrt(oneMonth.meanSquare) + Math.sqrt(Math.PI / 2) * oneMonth.meanAbsolute) / 2
  const later = growthSteps.map((steps) => fadedMoments(surprisesAt(steps, levels, values, trend)).meanSquare)
  const ratio = later.reduce((sum, square) => sum + square, 0) / later.length / oneMonth.meanSquare
  const shown = Math.min(largestGrowth, Math.max(0, (ratio - 1) / (growthSteps[1] - 1)))
  return { size, growth: (usualGrowth + shown) / 2 }
}

/** The level after each value, and before the first of them the starting level. */
function levelsOf(values: readonly number[], trend: number, memory: number): number[] {
  const first = values.slice(0, startRows)
  const mean = first.reduce((sum, value) => sum + value, 0) / first.length
  let level = mean - (trend * (first.length + 1)) / 2
  return values.map((value) => {
    level = level + trend + memory * (value - level - trend)
    return level
  })
}

function surprisesAt(
  steps: number,
  levels: readonly number[],
  values: readonly number[],
  trend: number,
): number[] {
  return values
    .slice(startRows - 1 + steps - 1)
    .map((value, index) => value - (levels[index + startRows - 2] ?? value) - trend * steps)
}

function fadedMoments(surprises: readonly number[]): { meanAbsolute: number; meanSquare: number } {
  let weight = 0
  let absolute = 0
  let square = 0
  for (const surprise of surprises) {
    weight = weight * surpriseFading + 1
    absolute = absolute * surpriseFading + Math.abs(surprise)
    square = square * surpriseFading + surprise ** 2
  }
  return weight === 0
    ? { meanAbsolute: 0, meanSquare: 0 }
    : { meanAbsolute: absolute / weight, meanSquare: square / weight }
}
