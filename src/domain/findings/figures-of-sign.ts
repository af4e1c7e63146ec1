import type { ControlChart } from '../spc/control-chart.ts'
import { isPresent, type Observation } from '../spc/observation.ts'
import type { SpecialCauseSign } from '../spc/signs.ts'
import { roundTo } from './tell-apart.ts'

/**
 * How many figures, counted back from the latest, show its sign: the unbroken run outside the limit, on one side
 * of the mean, or all rising or falling; for two of three near a limit, back to the first of them. It never
 * crosses into the segment before, and a gap ends it.
 *
 * @example mean 10, limits 4 and 16; 9, 11, 12, 11, 13, 12, 11, 12 → 'above', seven figures
 */
export function countFiguresOfSign(
  chart: ControlChart,
  values: readonly Observation[],
  sign: SpecialCauseSign,
): number {
  const segment = chart.segments.at(-1)
  if (!segment?.limits || segment.mean === null) return 1
  const { mean, limits } = segment
  const own = values.slice(segment.start)
  switch (sign) {
    case 'outside-high':
      return runLength(own, (value) => value > limits.upper)
    case 'outside-low':
      return runLength(own, (value) => value < limits.lower)
    case 'above':
      return runLength(own, (value) => value > mean)
    case 'below':
      return runLength(own, (value) => value < mean)
    case 'rising':
      return 1 + runLength(own, (value, before) => isPresent(before) && value > before)
    case 'falling':
      return 1 + runLength(own, (value, before) => isPresent(before) && value < before)
    case 'near-high':
      return backToFirst(own, (value) => value > limits.nearUpper)
    case 'near-low':
      return backToFirst(own, (value) => value < limits.nearLower)
  }
}

/**
 * How many of them are told to show it: of figures outside a limit, from the first that is shown beyond it. One that is
 * drawn on the limit is no month from which anybody sees them outside.
 *
 * @example of whole percents, upper limit 61.6; 62.0, 63.2 → one figure: 62% beside a limit of 62% looks as if it lay on it
 */
export function countFiguresTold(
  chart: ControlChart,
  values: readonly Observation[],
  sign: SpecialCauseSign,
  decimals: number,
): number {
  const figures = countFiguresOfSign(chart, values, sign)
  const limits = chart.segments.at(-1)?.limits
  if (!limits || (sign !== 'outside-high' && sign !== 'outside-low')) return figures
  const limit = roundTo(sign === 'outside-high' ? limits.upper : limits.lower, decimals)
  const run = values.slice(-figures)
  const first = run.findIndex((value) => isPresent(value) && roundTo(value, decimals) !== limit)
  return first < 0 ? 1 : figures - first
}

function runLength(
  values: readonly Observation[],
  holds: (value: number, before: Observation) => boolean,
): number {
  const breaks = values.findLastIndex(
    (value, row) => !isPresent(value) || !holds(value, values[row - 1] ?? null),
  )
  return values.length - 1 - breaks
}

/** Among the last three, back to the first that is near. */
function backToFirst(values: readonly Observation[], isNear: (value: number) => boolean): number {
  const lastThree = values.slice(-3)
  const first = lastThree.findIndex((value) => isPresent(value) && isNear(value))
  return first < 0 ? 1 : lastThree.length - first
}
