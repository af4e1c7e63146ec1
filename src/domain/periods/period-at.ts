import { frequencyOf, periodContaining } from './period.ts'

/**
 * The place of the period that a month lies in, among periods of one frequency; −1 where none of them holds it.
 * A month stands for its quarter and its year, so that charts of different frequencies can be read together.
 *
 * @example 2025-08 in 2025-Q1, 2025-Q2 → 1 (July to September)
 */
export function periodIndexAt(periods: readonly string[], month: string): number {
  const frequency = periods[0] === undefined ? null : frequencyOf(periods[0])
  return frequency ? periods.indexOf(periodContaining(frequency, month)) : -1
}
