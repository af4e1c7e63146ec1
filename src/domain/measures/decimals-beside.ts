import type { Target } from './measure.ts'

/** What figures are held against: the value of a target, or the ends of its band, from a month on. */
export interface HeldAgainst {
  targets?: readonly Pick<Target, 'from' | 'value' | 'lower' | 'upper'>[] | undefined
  /** the day on which the newest figures came; a target that begins later is not yet one */
  received?: string | null | undefined
  /** a mean, a limit or a forecast, which nobody counted */
  isWorkedOut?: boolean | undefined
}

/** Beyond this two numbers differ by the dust of arithmetic alone. */
const finest = 9

/**
 * As many decimals as show on which side of a bound a figure lies: in whole percents 79.6% would look as if it met 80%.
 */
export function decimalsBeside({ decimals }: { decimals: number }, value: number, bound: number): number {
  let told = decimals
  while (told < finest && sideOf(rounded(value, told), bound) !== sideOf(value, bound)) told += 1
  return told
}

/**
 * The decimals that a figure is written with: those of its measure, and as many more as keep it from being written as
 * the target that it is not. A percent that came half-way between two whole ones is written so: 201 of 238 is 84.45%,
 * came as 84.5% and, rounded a second time, would be 85%. What is written is the same wherever it stands, because nothing
 * else is asked than this.
 *
 * @example of whole percents with a target of 95: 94.6 → 1; 94.4 and 95 → 0
 */
export function decimalsWritten(
  measure: { decimals: number; unit?: string } & HeldAgainst,
  value: number,
): number {
  const { decimals, unit, isWorkedOut } = measure
  const isHalfWay = unit === 'percent' && !isWorkedOut && Math.abs(value) % 1 === 0.5
  const own = isHalfWay ? Math.max(1, decimals) : decimals
  const target = targetOf(measure)
  if (!target) return own
  const bounds = [target.value, target.lower, target.upper].filter((bound) => bound !== null)
  return Math.max(own, ...bounds.map((bound) => decimalsBeside(measure, value, bound)))
}

function targetOf({ targets = [], received }: HeldAgainst) {
  return targets.findLast(({ from }) => !received || from <= received.slice(0, 7)) ?? targets.at(-1)
}

function sideOf(value: number, bound: number): number {
  return Math.sign(rounded(value - bound, finest))
}

/** As a number is written; −0 is 0. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0
}
