import type { Target } from './measure.ts'

/** What figures are held against: the value of a target, or the ends of its band. */
export type HeldAgainst = Pick<Target, 'value' | 'lower' | 'upper'>

/** Beyond this two numbers differ by the dust of arithmetic alone. */
const finest = 9

/**
 * As many decimals as show on which side of a bound a figure lies: in whole percents 79.6% would look as if it met 80%.
 */
export function decimalsBeside({ decimals }: { decimals: number }, value: number, bound: number): number {
  const isTold = sideOf(rounded(value, decimals), bound) === sideOf(value, bound)
  return isTold || decimals >= finest ? decimals : decimalsBeside({ decimals: decimals + 1 }, value, bound)
}

/**
 * The decimals that a figure is written with: those of its measure, and as many more as keep it from being written as
 * a target that it is not, of now or of before. What is written is the same wherever it stands, because nothing else is asked than this.
 *
 * @example of whole percents with a target of 95: 94.6 → 1; 94.4 and 95 → 0
 */
export function decimalsWritten(
  measure: { decimals: number; targets?: readonly HeldAgainst[] | undefined },
  value: number,
): number {
  let most = measure.decimals
  for (const target of measure.targets ?? [])
    for (const bound of [target.value, target.lower, target.upper])
      if (bound !== null) most = Math.max(most, decimalsBeside(measure, value, bound))
  return most
}

function sideOf(value: number, bound: number): number {
  return Math.sign(rounded(value - bound, finest))
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
