/** Older surprises count less: half at about six years. */
const fading = 0.99
/** Fewer degrees of freedom than this leave the size of surprises all but unknown. */
const fewestFreedom = 4
/** The standard deviation of normal noise beside its mean absolute size: √(π ÷ 2). */
const perMeanAbsolute = 1.2533

/** What a reading failed to foretell one month ahead, added up, the later the more. */
export interface Surprises {
  count: number
  squares: number
  absolute: number
}

export function noSurprises(): Surprises {
  return { count: 0, squares: 0, absolute: 0 }
}

export function addSurprise(surprises: Surprises, surprise: number): void {
  surprises.count = surprises.count * fading + 1
  surprises.squares = surprises.squares * fading + surprise ** 2
  surprises.absolute = surprises.absolute * fading + Math.abs(surprise)
}

/**
 * How large a surprise typically is, and how many figures say so after so many numbers were fitted to them: halfway
 * between the root mean square and the mean absolute one brought to the same scale, so that one change of level does
 * not widen all that comes after.
 */
export function sizeOf(
  { count, squares, absolute }: Surprises,
  numbers: number,
): { size: number; freedom: number } {
  const freedom = Math.max(fewestFreedom, count - numbers)
  const correction = Math.sqrt(count / freedom)
  const size = (correction * (Math.sqrt(squares / count) + (perMeanAbsolute * absolute) / count)) / 2
  return { size, freedom }
}
