/** A value axis from zero, on round steps. */
export interface RoundScale {
  upper: number
  /** zero, the middle where it is whole, and the top */
  ticks: number[]
}

const roundTops = [1, 1.2, 1.5, 2, 3, 4, 5, 6, 8, 10]

/** The lowest round top that holds a value. @example 41.3 → 50, ticks 0, 25, 50; 14 → 15, ticks 0 and 15; nothing → 1 */
export function roundScale(highest: number): RoundScale {
  if (highest <= 1) return { upper: 1, ticks: [0, 1] }
  const power = 10 ** Math.floor(Math.log10(highest))
  const top = roundTops.find((one) => one * power >= highest && Number.isInteger(one * power)) ?? 10
  const upper = top * power
  const middle = upper / 2
  return { upper, ticks: Number.isInteger(middle) ? [0, middle, upper] : [0, upper] }
}
